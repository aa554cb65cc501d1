package io.holdfast.service.exchange.internal;

import io.holdfast.service.exchange.MappedTable.Field;
import io.holdfast.service.exchange.MappedTable.FoundColumn;
import io.holdfast.service.exchange.Mapping;
import io.holdfast.service.exchange.Mapping.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proposes what the columns of a table mean, by their headings in Chinese and English; what is not known is left out. */
public final class MappingProposal {

    private static final Pattern UNIT = Pattern.compile("[(（\\[]\\s*([^)）\\]]{1,12})\\s*[)）\\]]\\s*$");

    /** Headings by field, without blanks, in small letters; a heading that stands earlier wins. */
    private static final Map<String, String> FIELDS = fields();

    private static final Map<String, String> RELATIONS = words(Map.of(
            RelationMapper.FROM,
            "from source consumer dependent 來源 起點 需求方 使用者端 上層 主體",
            RelationMapper.TO,
            "to target provider dependson needs 目的 目標 終點 提供方 相依 相依對象 被依賴 需要 下層",
            RelationMapper.RELATION,
            "relation kind type relationship 關係 關聯 關係類型 類型",
            RelationMapper.GROUP,
            "group alternatives 群組 備援群組",
            RelationMapper.MIN_UP,
            "min_up minup atleast 至少 最少"));

    private static final Map<String, String> KINDS = words(Map.ofEntries(
            Map.entry("database", "db database databases 資料庫 dbms rdbms oracle mysql postgresql mssql"),
            Map.entry("host", "host server servers 伺服器 主機 實體主機 實體伺服器 physicalserver"),
            Map.entry("virtual-machine", "vm virtualmachine 虛擬機 虛擬機器 虛擬主機 虛擬伺服器"),
            Map.entry("network", "network router switch firewall 網路 網路設備 路由器 交換器 防火牆"),
            Map.entry("link", "link line circuit 線路 專線 鏈路 電路"),
            Map.entry("storage", "storage san nas 儲存 儲存設備 磁碟陣列"),
            Map.entry("application", "app ap application applications software 應用 應用系統 應用程式 系統 軟體"),
            Map.entry("power", "power ups generator 電力 不斷電系統 發電機 配電"),
            Map.entry("cooling", "cooling hvac 空調 冷卻"),
            Map.entry("cloud", "cloud saas iaas paas 雲端 雲端服務"),
            Map.entry("supplier", "supplier vendor 廠商 供應商 合作廠商"),
            Map.entry("site", "site building 機房 場所 據點 建築"),
            Map.entry("location", "location room floor 房間 樓層 區域"),
            Map.entry("team", "team 團隊 小組"),
            Map.entry("person", "person people staff 人員 人力"),
            Map.entry("procedure", "procedure manual 程序 手動程序 人工作業"),
            Map.entry("document", "document 文件")));

    private MappingProposal() {}

    private static Map<String, String> fields() {
        return words(Map.ofEntries(
                Map.entry(
                        FieldForm.KEY,
                        "key code number no assetid assettag ciid externalkey 編號 代碼 代號 識別碼 資產編號 財產編號 流程編號 系統代碼"
                                + " 系統編號 業務代碼 服務代碼 組態編號 資產代碼"),
                Map.entry(FieldForm.ID, "id holdfastid"),
                Map.entry(
                        "name",
                        "name title assetname processname servicename systemname process asset service system 名稱 資產名稱"
                                + " 系統名稱 流程名稱 業務名稱 服務名稱 作業名稱 流程 業務 系統 服務 作業 資產 業務流程 核心業務"),
                Map.entry("names.zh-Hant", "namezh chinesename zhname 中文名稱 中文 中文名"),
                Map.entry("names.en", "nameen englishname enname 英文名稱 英文 英文名"),
                Map.entry("kind", "kind type category class ciclass assettype 類別 種類 類型 資產類別 資產類型 設備類型 分類"),
                Map.entry("site", "site location place datacenter 地點 位置 場所 機房 據點 所在地 放置地點 存放位置"),
                Map.entry("zone", "zone 區 區域 可用區"),
                Map.entry(
                        "owner",
                        "owner responsible businessowner systemowner custodian 負責人 擁有者 系統擁有者 權責單位 負責單位 保管人 業務負責人"
                                + " 資產擁有者 權責主管 管理者"),
                Map.entry(
                        "needs",
                        "needs dependson dependency dependencies requires uses systems assets 相依 相依性 相依系統 相依資產 需要"
                                + " 依賴 使用系統 支援系統 所需系統 所需資產 所需資源 相依資源 依賴系統"),
                Map.entry("objectives.rto", "rto recoverytimeobjective targetrto 復原時間目標 復原時間 目標復原時間 回復時間目標"),
                Map.entry("objectives.rpo", "rpo recoverypointobjective 資料復原點目標 復原點目標 復原點 資料復原點 回復點目標"),
                Map.entry(
                        "objectives.mtpd",
                        "mtpd mtd maxtolerabledowntime maximumtolerabledowntime 最大可容忍中斷時間 可容忍中斷時間 最大容忍中斷時間"
                                + " 最大可容忍停頓時間"),
                Map.entry("objectives.wrt", "wrt workrecoverytime 作業復原時間"),
                Map.entry("objectives.mbco", "mbco minimumlevel 最低營運持續目標 最小可接受服務水準 最低服務水準"),
                Map.entry("tier", "tier priority criticality importance level 等級 重要等級 重要性等級 分級 重要性 優先順序 重要分級"),
                Map.entry(FieldForm.CAPACITY, "capacity 容量"),
                Map.entry("demand.amount", "demand 需求 需求量"),
                Map.entry("failure.mtbf", "mtbf 平均故障間隔 平均故障間隔時間"),
                Map.entry("tags", "tags tag labels 標籤 標記"),
                Map.entry("note", "note notes remark remarks comment comments description 備註 說明 描述 註記"),
                Map.entry("lat", "lat latitude 緯度"),
                Map.entry("lon", "lon lng longitude 經度"),
                Map.entry("size", "size headcount members 人數"),
                Map.entry("team", "team 團隊 小組"),
                Map.entry("x-status", "status 狀態"),
                Map.entry("x-model", "model 型號 廠牌型號"),
                Map.entry("x-version", "version 版本")));
    }

    /** Field by heading, of headings by field. */
    private static Map<String, String> words(Map<String, String> byField) {
        Map<String, String> words = new HashMap<>();
        byField.forEach((field, all) -> {
            for (String word : all.split(" ", -1)) {
                words.putIfAbsent(word, field);
            }
        });
        return words;
    }

    /** The columns of a table, with what stands in them. */
    public static List<FoundColumn> columns(Sheet table) {
        return table.columns().stream().map(heading -> column(table, heading)).toList();
    }

    private static FoundColumn column(Sheet table, String heading) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        table.rows().stream()
                .map(row -> row.cell(heading).strip())
                .filter(each -> !each.isEmpty())
                .forEach(each -> counts.merge(each, 1, Integer::sum));
        List<String> values = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(io.holdfast.service.exchange.MappedTable.MOST_VALUES)
                .map(Map.Entry::getKey)
                .toList();
        int filled = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new FoundColumn(heading, filled, counts.size(), values);
    }

    /**
     * What the headings say.
     *
     * @param of the list that a person has chosen, or null to guess it too
     */
    public static Mapping of(Sheet table, @Nullable String of) {
        String list = of == null || of.isBlank() ? list(table) : of;
        boolean relations = list.equals(Mapping.RELATIONS);
        Set<String> known = FieldForm.fieldsOf(list).stream().map(Field::field).collect(Collectors.toSet());
        Set<String> taken = new HashSet<>();
        List<Column> columns = new ArrayList<>();
        for (FoundColumn each : columns(table)) {
            String field = find(each.heading(), relations ? RELATIONS : FIELDS)
                    .filter(found -> known.contains(found) || found.startsWith("x-"))
                    .filter(found -> FieldForm.of(found) != FieldForm.HOURS || !PlainCell.isWorkingTime(each.heading()))
                    .filter(found -> taken.add(found) || found.equals("needs") || found.equals("tags"))
                    .orElse(null);
            columns.add(new Column(each.heading(), field, unit(each.heading(), field), values(each, field)));
        }
        return new Mapping(list, null, named(columns), Map.of());
    }

    /** A table whose only names are in a language still has a name. */
    private static List<Column> named(List<Column> columns) {
        boolean name = columns.stream().anyMatch(each -> "name".equals(each.field()));
        Optional<Column> other = columns.stream()
                .filter(each -> each.field() != null && each.field().startsWith("names."))
                .findFirst();
        return name || other.isEmpty()
                ? columns
                : columns.stream()
                        .map(each ->
                                each.equals(other.get()) ? new Column(each.heading(), "name", null, Map.of()) : each)
                        .toList();
    }

    private static String list(Sheet table) {
        Set<String> ends = table.columns().stream()
                .map(each -> find(each, RELATIONS).orElse(""))
                .collect(Collectors.toSet());
        boolean named = table.columns().stream()
                .anyMatch(each -> find(each, FIELDS).filter("name"::equals).isPresent());
        if (!named && ends.contains(RelationMapper.FROM) && ends.contains(RelationMapper.TO)) {
            return Mapping.RELATIONS;
        }
        String all =
                String.join(" ", table.columns().stream().map(PlainCell::folded).toList());
        if (all.matches(".*(process|流程|業務|作業名稱|mtpd|mtd|可容忍中斷).*")) {
            return "processes";
        }
        boolean kinds = table.columns().stream()
                .anyMatch(each -> find(each, FIELDS).filter("kind"::equals).isPresent());
        return !kinds && all.matches(".*(service|服務名稱|服務代碼).*") ? "services" : "assets";
    }

    private static Optional<String> find(String heading, Map<String, String> words) {
        String whole = word(heading);
        String bare = word(UNIT.matcher(heading).replaceFirst(""));
        return Optional.ofNullable(words.get(whole)).or(() -> Optional.ofNullable(words.get(bare)));
    }

    private static String word(String text) {
        return PlainCell.folded(text).replaceAll("[\\s_./:：*#-]", "");
    }

    private static @Nullable String unit(String heading, @Nullable String field) {
        if (field == null || FieldForm.of(field) != FieldForm.HOURS) {
            return null;
        }
        Matcher said = UNIT.matcher(heading);
        return said.find() ? PlainCell.findUnit(said.group(1)).orElse("h") : "h";
    }

    private static Map<String, String> values(FoundColumn column, @Nullable String field) {
        Map<String, String> values = new LinkedHashMap<>();
        if ("kind".equals(field) && column.different() <= io.holdfast.service.exchange.MappedTable.MOST_VALUES) {
            for (String value : column.values()) {
                String kind = KINDS.get(word(value));
                if (kind != null && !kind.equals(value)) {
                    values.put(value, kind);
                }
            }
        }
        return values;
    }
}
