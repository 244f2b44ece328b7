package io.crmkit.api.feed;

import io.crmkit.api.module.ProvidedBy;
import org.jspecify.annotations.Nullable;

/**
 * Every write in a tenant, in an order that all readers share: for clients that work offline, for
 * search indexes, for caches of other systems.
 *
 * <p>No change is ever skipped, whenever its transaction was committed: a change gets its place
 * only after its commit. Changes of one record come in the order of its versions. To begin, take
 * {@link #now}, then read what you need in full, then follow with {@link #read}; what was changed
 * while you read in full comes again.
 *
 * <p>Changes are told of records that the caller may see at the time of reading; see {@link
 * FeedChange.Kind} for those that he may not see any more. Records that are not audited are not
 * told of.
 */
@ProvidedBy("io.crmkit:crm-core")
public interface ChangeFeed {

  /** The cursor behind everything that is committed now. */
  String now();

  /**
   * The changes behind a cursor. In a session that has joined a transaction, changes that were not
   * given their place before are left for later.
   *
   * @param after a cursor of this tenant's feed; null for the oldest change that is kept
   * @param limit at most so many changes are looked at, 1 to 1,000; fewer are returned where some
   *     are not for the caller
   * @throws io.crmkit.api.error.InvalidInput if it is no cursor
   * @throws io.crmkit.api.error.ResyncRequired if what is behind the cursor is not kept any more,
   *     or the database does not know it: read in full again
   */
  FeedPage read(@Nullable String after, int limit);
}
