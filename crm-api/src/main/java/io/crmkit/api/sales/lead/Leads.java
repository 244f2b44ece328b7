package io.crmkit.api.sales.lead;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.Optional;

/**
 * Needs that came in. As safe for threads as the session it came from.
 *
 * <p>Every command may throw {@code InvalidInput} with every fault, {@code NotFound}, {@code
 * StaleVersion}, and {@code Refused} with {@code SalesReason.LEAD_STEP} where the lead's status
 * does not allow the step.
 */
@ProvidedBy("io.crmkit:crm-sales")
public interface Leads {

  /**
   * Takes a need in and gives it a first score for how much is known. Doing it again with the same
   * source and external key changes nothing and gives the lead that is there.
   *
   * @throws io.crmkit.api.error.Refused {@code LEAD_KEY_TAKEN} if that source and key came with
   *     another form before, or the caller may not see the lead that is there
   */
  Lead capture(CaptureLead command);

  /** Improves what is known; a converted lead no longer changes. */
  Lead amend(AmendLead command);

  /** Makes somebody responsible. */
  Lead assign(AssignLead command);

  /** Judges how promising it is. */
  Lead score(ScoreLead command);

  /** Says that it is worth pursuing. */
  Lead qualify(QualifyLead command);

  /** Says that it is not. */
  Lead disqualify(DisqualifyLead command);

  /** Takes up again what was disqualified. */
  Lead revive(ReviveLead command);

  /**
   * Makes a qualified lead an organization, a contact and an opportunity, or uses existing ones,
   * all together or not at all. The answers travel with the opportunity; the lead stays, linked.
   *
   * @throws io.crmkit.api.error.Refused {@code LEAD_WITHOUT_NAME} if a customer is to be registered
   *     and the lead names neither an organization nor a person; whatever customers or
   *     opportunities refuse
   */
  Lead convert(ConvertLead command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Lead get(LeadId id);

  /** Empty if there is none that the caller may see. */
  Optional<Lead> find(LeadId id);

  /** The leads that match, by {@link LeadAttributes}. */
  Page<Lead> page(Query<Lead> query);
}
