package io.crmkit.api.privacy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/** A module's part of the export of all that is held on a person. Must be thread-safe. */
public interface PersonalDataSource {

  ContributionPoint<PersonalDataSource> POINT =
      new ContributionPoint<>("personal-data", PersonalDataSource.class);

  /**
   * @param session the caller's, so that nobody reads what they may not see
   * @param person the person's record: a customer who is a person
   */
  List<PersonalData> heldOn(CrmSession session, EntityRef person);
}
