package io.crmkit.api.customer.view;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.contact.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be calling. Everyone who has the number is told of; which of them it is, only the caller
 * can say.
 *
 * @param number the number as it was compared: E.164, or the digits alone if it could not be
 *     understood
 * @param matches those who have the number, at most 20
 * @param total how many have it
 */
public record ScreenPop(String number, List<Match> matches, int total) {

  /**
   * Somebody who has the number.
   *
   * @param caller the customer who has it; of a contact, the person; of a person whom the agent may
   *     not see, the organization
   * @param contact where the caller works, if it is a person; null otherwise. Somebody who works in
   *     several places is told once for each
   * @param view at one glance, the organization that the caller works for, otherwise the caller
   */
  public record Match(Customer caller, @Nullable Contact contact, CustomerView view) {}

  public ScreenPop {
    matches = List.copyOf(matches);
  }
}
