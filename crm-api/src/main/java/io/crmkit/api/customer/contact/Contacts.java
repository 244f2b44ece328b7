package io.crmkit.api.customer.contact;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who works where, for whom, and with what influence. As safe for threads as its session. */
@ProvidedBy("io.crmkit:crm-core")
public interface Contacts {

  /**
   * A person becomes a contact of an organization.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is no such person or organization
   * @throws io.crmkit.api.error.Refused if they are a contact there already on one of these days,
   *     or the superior is not one of that organization
   */
  Contact add(AddContact command);

  /**
   * Changes influence or contact points.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   */
  Contact update(UpdateContact command);

  /**
   * A contact gets another post or another superior in the same organization. The former post stays
   * as history.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if the contact has ended, the superior is not one of the
   *     organization, or somebody would report to themselves on any day
   */
  Contact changePost(ChangePost command);

  /**
   * A person changes the employer.
   *
   * @return the contact that begins
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is no such contact or organization
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused with every reason, as for {@link #end} and {@link #add}
   */
  Contact move(MoveContact command);

  /**
   * A person leaves an organization.
   *
   * @return the contact as it ended
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it has ended before, or the successor is not a contact
   *     of the same organization
   */
  Contact end(EndContact command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Contact get(ContactId id);

  Optional<Contact> find(ContactId id);

  /** The contacts that exist among these, in no particular order. */
  List<Contact> findAll(Collection<ContactId> ids);

  /** The contacts of the organization on this day, in the order of their ids. */
  List<Contact> of(CustomerId organization, LocalDate asOf);

  /** Where a person worked and works, the earliest first. */
  List<Contact> careerOf(CustomerId person);

  /** Contacts by any condition over {@link ContactAttributes}. */
  Page<Contact> search(Query<Contact> query);

  /**
   * Who reports to whom, decides and handles in the organization on this day.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such organization
   */
  InfluenceMap influence(CustomerId organization, LocalDate asOf);
}
