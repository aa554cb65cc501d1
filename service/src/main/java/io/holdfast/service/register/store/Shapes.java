package io.holdfast.service.register.store;

import static io.holdfast.service.jooq.Tables.CONTACT;
import static io.holdfast.service.jooq.Tables.ELEMENT;
import static io.holdfast.service.jooq.Tables.HIT;
import static io.holdfast.service.jooq.Tables.ITEM;
import static io.holdfast.service.jooq.Tables.MODEL_DRILL;
import static io.holdfast.service.jooq.Tables.NEED;
import static io.holdfast.service.jooq.Tables.RECOVERY_METHOD;
import static io.holdfast.service.jooq.Tables.REGISTER;
import static io.holdfast.service.jooq.Tables.SCENARIO;
import static io.holdfast.service.jooq.Tables.SERVICE_LEVEL;
import static io.holdfast.service.jooq.Tables.SITE;
import static io.holdfast.service.jooq.Tables.TEAM;

import io.holdfast.simulator.model.Scenario;

/** The shapes of the register's tables. Source: the published model format. */
final class Shapes {

    static final Shape HEAD = Shape.empty()
            .with("name", REGISTER.NAME)
            .with("names", REGISTER.NAMES)
            .with("owner", REGISTER.OWNER)
            .with("tags", REGISTER.TAGS)
            .with("note", REGISTER.NOTE)
            .with("externalKey", REGISTER.EXTERNAL_KEY)
            .with("currency", REGISTER.CURRENCY)
            .with("timeZone", REGISTER.TIME_ZONE)
            .rest(REGISTER.REST);

    /** Names by language stand in a table of their own. */
    static final Shape ITEM_LABEL = Shape.empty()
            .with("id", ITEM.ID)
            .with("name", ITEM.NAME)
            .with("owner", ITEM.OWNER)
            .with("tags", ITEM.TAGS)
            .with("note", ITEM.NOTE)
            .with("externalKey", ITEM.EXTERNAL_KEY)
            .rest(ITEM.REST);

    static final Shape SITE_PLACE = Shape.empty().with("lat", SITE.LAT).with("lon", SITE.LON);

    static final Shape TEAM_SIZE = Shape.empty()
            .with("size", TEAM.SIZE)
            .with("people", TEAM.PEOPLE, true)
            .with("mobilise", TEAM.MOBILISE)
            .with("mobiliseOffHours", TEAM.MOBILISE_OFF_HOURS);

    static final Shape CONTACT_REACH = Shape.empty()
            .with("team", CONTACT.TEAM)
            .with("reach", CONTACT.REACH, 1.0)
            .with("answers", CONTACT.ANSWERS)
            .with("deputy", CONTACT.DEPUTY);

    /** Only an asset has a kind in the file; the splitter and the joiner see to it. */
    static final Shape ELEMENT_OWN = Shape.empty()
            .with("site", ELEMENT.SITE)
            .with("zone", ELEMENT.ZONE)
            .with("tier", ELEMENT.TIER)
            .with("restart", ELEMENT.RESTART)
            .with("capacity/unit", ELEMENT.CAPACITY_UNIT)
            .with("capacity/amount", ELEMENT.CAPACITY_AMOUNT)
            .with("demand/unit", ELEMENT.DEMAND_UNIT)
            .with("demand/amount", ELEMENT.DEMAND_AMOUNT)
            .with("demand/growth", ELEMENT.DEMAND_GROWTH)
            .with("failure/mtbf", ELEMENT.MTBF_HOURS)
            .with("failure/shape", ELEMENT.FAILURE_SHAPE)
            .with("commonCause/group", ELEMENT.COMMON_CAUSE_GROUP)
            .with("commonCause/beta", ELEMENT.COMMON_CAUSE_BETA)
            .with("objectives/mtpd", ELEMENT.MTPD_HOURS)
            .with("objectives/rto", ELEMENT.RTO_HOURS)
            .with("objectives/rpo", ELEMENT.RPO_HOURS)
            .with("objectives/mbco", ELEMENT.MBCO)
            .with("objectives/wrt", ELEMENT.WRT_HOURS)
            .with("objectives/rpoVolume/unit", ELEMENT.RPO_VOLUME_UNIT)
            .with("objectives/rpoVolume/amount", ELEMENT.RPO_VOLUME_AMOUNT)
            .with("impact/proRata", ELEMENT.IMPACT_PRO_RATA);

    static final Shape SERVICE_LEVEL_OWN = Shape.empty()
            .with("availability", SERVICE_LEVEL.AVAILABILITY)
            .with("per", SERVICE_LEVEL.PER, "month")
            .with("fee", SERVICE_LEVEL.FEE, 0.0);

    static final Shape METHOD = Shape.empty()
            .with("id", RECOVERY_METHOD.METHOD_ID)
            .with("method", RECOVERY_METHOD.KIND)
            .with("automatic", RECOVERY_METHOD.AUTOMATIC, false)
            .with("success", RECOVERY_METHOD.SUCCESS, 1.0)
            .with("capacity", RECOVERY_METHOD.CAPACITY, 1.0)
            .with("duration", RECOVERY_METHOD.DURATION)
            .with("lasts", RECOVERY_METHOD.LASTS)
            .with("data/lag", RECOVERY_METHOD.LAG)
            .with("data/every", RECOVERY_METHOD.BACKUP_EVERY_HOURS)
            .with("data/takes", RECOVERY_METHOD.BACKUP_TAKES_HOURS)
            .with("data/usable", RECOVERY_METHOD.BACKUP_USABLE)
            .with("answers", RECOVERY_METHOD.ANSWERS)
            .with("name", RECOVERY_METHOD.NAME)
            .with("names", RECOVERY_METHOD.NAMES)
            .with("owner", RECOVERY_METHOD.OWNER)
            .with("tags", RECOVERY_METHOD.TAGS)
            .with("note", RECOVERY_METHOD.NOTE)
            .with("externalKey", RECOVERY_METHOD.EXTERNAL_KEY)
            .rest(RECOVERY_METHOD.REST);

    static final Shape NEED_ENTRY = Shape.empty()
            .with("atLeast", NEED.AT_LEAST)
            .with("minimum", NEED.MINIMUM)
            .with("id", NEED.ENTRY_ID)
            .with("holdsFor", NEED.HOLDS_FOR)
            .with("soft", NEED.SOFT)
            .with("source", NEED.SOURCE)
            .with("verified", NEED.VERIFIED)
            .rest(NEED.REST);

    static final Shape SCENARIO_OWN = Shape.empty()
            .with("origin", SCENARIO.ORIGIN)
            .with("frequency", SCENARIO.FREQUENCY_PER_YEAR)
            .with("detect", SCENARIO.DETECT)
            .with("declare", SCENARIO.DECLARE)
            .with("lasts", SCENARIO.LASTS)
            .with("dwell", SCENARIO.DWELL)
            .with("staff", SCENARIO.STAFF, 1.0)
            .with("demand", SCENARIO.DEMAND, 1.0)
            .with("when", SCENARIO.OFFICE_HOURS, "any")
            .with("horizon", SCENARIO.HORIZON_HOURS, Scenario.DEFAULT_HORIZON_HOURS);

    static final Shape HIT_OWN = Shape.empty()
            .with("zones", HIT.ZONES)
            .with("kinds", HIT.KINDS)
            .with("tags", HIT.TAGS)
            .with("within/km", HIT.WITHIN_KM)
            .with("within/lat", HIT.WITHIN_LAT)
            .with("within/lon", HIT.WITHIN_LON)
            .with("probability", HIT.PROBABILITY, 1.0)
            .with("together", HIT.TOGETHER, false)
            .with("state", HIT.STATE)
            .rest(HIT.REST);

    static final Shape DRILL_OWN = Shape.empty()
            .with("types", MODEL_DRILL.TYPES)
            .with("scenario", MODEL_DRILL.SCENARIO)
            .with("announced", MODEL_DRILL.ANNOUNCED, true)
            .with("steps", MODEL_DRILL.STEPS);

    private Shapes() {}
}
