package io.crmkit.core.customer.registry;

import static io.crmkit.core.customer.common.Faults.clean;

import io.crmkit.api.customer.Consent;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.core.customer.common.Faults;
import java.net.IDN;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What contact points must be like, and the form in which they are compared. */
public final class ContactPointRules {

  /** Countries by ISO 3166. */
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

  private static final int MAX_LABEL = 63;

  /** Half the length of the column, since some databases count pairs of characters. */
  private static final int MAX_NORMALIZED = 250;

  private ContactPointRules() {}

  /** Finds what is wrong with the contact points of a command. */
  public static void check(Faults faults, List<ContactPoint> points) {
    faults.atMost("contactPoints", points, 100);
    for (int i = 0; i < points.size(); i++) {
      check(faults, "contactPoints[" + i + "].", points.get(i));
    }
  }

  private static void check(Faults faults, String path, ContactPoint point) {
    if (point.raw().isBlank()) {
      faults.add(path + "raw", "is missing");
    }
    faults.lines(path + "raw", point.raw(), 500);
    faults.line(path + "label", point.label(), 100);
    faults.line(path + "consent.source", point.consent().source(), 200);
    faults.moment(path + "consent.since", point.consent().since());
    if (point.channel().isTelephone() && !PhoneNumbers.hasDigit(point.raw())) {
      faults.add(path + "raw", "has no digit");
    }
    if (point.channel() == ContactChannel.EMAIL && !isEmail(point.raw().strip())) {
      faults.add(path + "raw", "is not an e-mail address");
    }
    PostalAddress address = point.address();
    if (address != null) {
      check(faults, path + "address.", address);
      if (point.channel() != ContactChannel.ADDRESS) {
        faults.add(path + "address", "is for the channel ADDRESS only");
      }
    }
  }

  private static void check(Faults faults, String path, PostalAddress address) {
    faults.lines(path + "street", address.street(), 300);
    faults.line(path + "city", address.city(), 100);
    faults.line(path + "region", address.region(), 100);
    faults.line(path + "postalCode", address.postalCode(), 20);
    country(faults, path + "country", address.country());
  }

  /** A country must be one that ISO 3166 knows. */
  public static void country(Faults faults, String path, @Nullable String country) {
    if (country != null && !COUNTRIES.contains(country)) {
      faults.add(path, "is not a country's two capital letters");
    }
  }

  /**
   * The contact points as they are kept.
   *
   * @param region the country of telephone numbers without a country code, or null
   */
  public static List<ContactPoint> kept(List<ContactPoint> points, @Nullable String region) {
    List<ContactPoint> kept = new ArrayList<>(points.size());
    for (ContactPoint point : points) {
      kept.add(kept(point, region));
    }
    return List.copyOf(kept);
  }

  private static ContactPoint kept(ContactPoint point, @Nullable String region) {
    String raw = point.raw().strip();
    String normalized = normalize(point.channel(), raw, region);
    Consent consent = point.consent();
    return new ContactPoint(
        point.channel(),
        raw,
        normalized.isEmpty() ? null : normalized,
        clean(point.label()),
        point.address() == null ? null : point.address().stripped(),
        new Consent(
            consent.state(),
            consent.since() == null ? null : consent.since().truncatedTo(ChronoUnit.MICROS),
            clean(consent.source())));
  }

  /** The form in which values of this channel are compared; empty if they are not. */
  public static String normalize(ContactChannel channel, String raw, @Nullable String region) {
    String normalized =
        switch (channel) {
          case PHONE, MOBILE, FAX -> PhoneNumbers.normalize(raw, region);
          case EMAIL -> email(raw.strip());
          case MESSENGER, WEB -> lower(raw.strip());
          case ADDRESS -> "";
        };
    // What grows beyond the column when it is normalised is compared by its beginning.
    return normalized.codePointCount(0, normalized.length()) <= MAX_NORMALIZED
        ? normalized
        : normalized.substring(0, normalized.offsetByCodePoints(0, MAX_NORMALIZED));
  }

  private static boolean isEmail(String address) {
    return EMAIL.matcher(address).matches() && !email(address).isEmpty();
  }

  /** In lower case, the domain in the form that mail servers use; empty if that is impossible. */
  private static String email(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return "";
    }
    try {
      String domain = address.substring(at + 1);
      String sent = isPlain(domain) ? domain : IDN.toASCII(domain);
      return lower(address.substring(0, at)) + "@" + sent.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether mail servers write the domain as it is, but for capital letters. */
  private static boolean isPlain(String domain) {
    int label = 0;
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      boolean inLabel = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!inLabel && !(c >= 'A' && c <= 'Z') && (c != '.' || label == 0)) {
        return false;
      }
      label = c == '.' ? 0 : label + 1;
      if (label > MAX_LABEL) {
        return false;
      }
    }
    return label > 0;
  }

  private static String lower(String text) {
    String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return composed.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
