package io.crmkit.api.environment;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.value.EntityRef;
import java.util.Optional;

/**
 * Lets environments be recorded for records that another module keeps, such as production lines.
 * Must be thread-safe.
 */
public interface EnvironmentSubjectSource {

  ContributionPoint<EnvironmentSubjectSource> POINT =
      new ContributionPoint<>("environment-subject", EnvironmentSubjectSource.class);

  /**
   * To whom such a record belongs. Asked whenever an environment is read or written through it.
   *
   * @param session the caller's, so that nobody reaches what they may not see
   * @return empty if the record is not of this source, is not there, or is not for this caller
   */
  Optional<EnvironmentSubject> subject(CrmSession session, EntityRef ref);
}
