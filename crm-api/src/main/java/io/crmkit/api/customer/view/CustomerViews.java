package io.crmkit.api.customer.view;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.util.Map;

/**
 * Everything about a customer at one glance, from every module that contributes. A module that
 * fails is named as missing and spoils nothing. As safe for threads as its session.
 */
@ProvidedBy("io.crmkit:crm-core")
public interface CustomerViews {

  /**
   * What happened with a customer, the latest first.
   *
   * @throws io.crmkit.api.error.InvalidInput if the limit is out of bounds
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  Timeline timeline(TimelineQuestion question);

  /**
   * The 360-degree view, with the latest ten entries of the timeline.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  CustomerView view(CustomerId customer);

  /**
   * From a telephone number, in any spelling, to everyone who has it.
   *
   * @throws io.crmkit.api.error.InvalidInput if there is no digit in it, or more than 100
   *     characters
   */
  ScreenPop screenPop(String number);

  /**
   * What merge fields below {@code customer} say, for modules whose documents are about something
   * that a customer has.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  Map<String, Object> mergeFields(CustomerId customer);

  /**
   * What merge fields below {@code contact} say.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such contact
   */
  Map<String, Object> mergeFields(ContactId contact);
}
