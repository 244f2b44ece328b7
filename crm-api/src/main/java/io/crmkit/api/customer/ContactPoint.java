package io.crmkit.api.customer;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach somebody.
 *
 * @param channel the kind of way
 * @param raw the number, address or account as it was written down, 1 to 500 characters
 * @param normalized the same in the form that is compared: telephone numbers in E.164 (or, if the
 *     number could not be understood, its digits alone), e-mail addresses and accounts in lower
 *     case. Found by CrmKit when the customer is saved; in commands it is ignored. Null for postal
 *     addresses
 * @param label what it is for, such as {@code "reception"}; for messengers, which one; up to 100
 *     characters
 * @param address the parts of a postal address, null for other channels
 * @param consent whether it may be used for marketing
 */
@RecordBuilder
public record ContactPoint(
    ContactChannel channel,
    String raw,
    @Nullable String normalized,
    @Nullable String label,
    @Nullable PostalAddress address,
    Consent consent)
    implements ContactPointBuilder.With {

  public ContactPoint {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(consent, "consent");
  }

  /** A way to reach somebody, nobody having asked whether it may be used for marketing. */
  public static ContactPoint of(ContactChannel channel, String raw) {
    return new ContactPoint(channel, raw, null, null, null, Consent.unknown());
  }

  public static ContactPoint phone(String number) {
    return of(ContactChannel.PHONE, number);
  }

  public static ContactPoint mobile(String number) {
    return of(ContactChannel.MOBILE, number);
  }

  public static ContactPoint email(String address) {
    return of(ContactChannel.EMAIL, address);
  }

  /** A postal address, written out in lines and in parts. */
  public static ContactPoint address(String lines, PostalAddress parts) {
    return of(ContactChannel.ADDRESS, lines).withAddress(parts);
  }
}
