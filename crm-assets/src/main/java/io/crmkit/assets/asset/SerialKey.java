package io.crmkit.assets.asset;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.product.ProductId;
import io.crmkit.assets.check.Codes;
import org.jspecify.annotations.Nullable;

/**
 * What a serial number is unique within, normalised for comparing: people type full-width letters,
 * spaces and either case for the same number.
 *
 * @param maker empty if we made it
 * @param model the product, or the model where the catalogue knows none
 * @param serial the number
 */
public record SerialKey(String maker, String model, String serial) {

  /** The longest serial number, once normalised. */
  public static final int MAX_SERIAL = 100;

  private static final int MAX_MAKER = 120;
  private static final int MAX_MODEL = 300;

  /** The key of a unit with this serial number. */
  public static SerialKey of(AssetIdentity identity, String serialNumber) {
    return new SerialKey(maker(identity), model(identity), normalised(serialNumber));
  }

  /** The key that a unit has now; null while its serial number is unknown. */
  public static @Nullable SerialKey of(Asset asset) {
    String serialNumber = asset.identity().serialNumber();
    return serialNumber == null ? null : of(asset.identity(), serialNumber);
  }

  /** How serial numbers are compared. */
  public static String normalised(String text) {
    return Codes.normalised(text);
  }

  static String maker(AssetIdentity identity) {
    return identity.maker() == null ? "" : cut(normalised(identity.maker()), MAX_MAKER);
  }

  static String model(AssetIdentity identity) {
    ProductId product = identity.product();
    return product == null
        ? cut(normalised(identity.model()), MAX_MODEL)
        : product.value().toString();
  }

  static @Nullable String serial(@Nullable String serialNumber) {
    return serialNumber == null ? null : normalised(serialNumber);
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}
