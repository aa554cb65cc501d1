package io.holdfast.service.audit;

import java.util.Map;

/**
 * What people call accounts at the moment. Entries name accounts by number, which stays when a name changes; a name is told beside
 * an entry to whoever may read the audit, and never stored in it.
 */
public interface AccountNames {

    /** The names that others see, by the number of the account. */
    Map<Long, String> listNames();
}
