package io.crmkit.api.asset;

import java.util.Objects;

/**
 * Gives a unit its serial number, or corrects it: the unit stays the same.
 *
 * @param id the unit
 * @param version as the caller read it
 * @param serialNumber as written on the unit, 1 to 100 characters
 */
public record AssignSerialNumber(AssetId id, long version, String serialNumber) {

  public AssignSerialNumber {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(serialNumber, "serialNumber");
  }

  public static AssignSerialNumber of(Asset asset, String serialNumber) {
    return new AssignSerialNumber(asset.id(), asset.version(), serialNumber);
  }
}
