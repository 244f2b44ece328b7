package io.crmkit.assets.asset;

import io.crmkit.api.asset.AsSold;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetMoved;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStatusChanged;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.SerialNumberAssigned;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductKind;
import io.crmkit.api.site.Site;
import io.crmkit.api.value.Label;
import io.crmkit.assets.check.Codes;
import io.crmkit.assets.check.Faults;
import io.crmkit.assets.site.SiteRules;
import io.crmkit.core.spi.rule.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of single units. Pure. */
public final class AssetRules {

  /** What a unit is that is at a customer's, or is promised to be. */
  public static final List<AssetStatus> PRESENT =
      Arrays.stream(AssetStatus.values())
          .filter(status -> status.inInstalledBase() || status == AssetStatus.PROVISIONAL)
          .toList();

  /** The longest model name. */
  public static final int MAX_MODEL = 300;

  private AssetRules() {}

  // --- what commands must look like

  static void check(RegisterAsset command) {
    faults(command, false).orThrow();
  }

  /**
   * @param within whether it is said elsewhere which unit it is within
   */
  static Faults faults(RegisterAsset command, boolean within) {
    Faults faults = new Faults();
    AssetIdentity identity = command.identity();
    faults.optional("identity.model", identity.model(), MAX_MODEL);
    if (identity.product() == null && identity.model().isBlank()) {
      faults.add("identity.model", "must be given where there is no product");
    }
    faults.optional("identity.maker", identity.maker(), 100);
    faults.optional("identity.batch", identity.batch(), 64);
    if (identity.serialNumber() != null) {
      checkSerial(faults, "identity.serialNumber", identity.serialNumber());
    }
    checkNumbers(faults, command.numbers());
    Placement placement = command.placement();
    checkWhere(faults, "placement", placement);
    checkSlot(faults, "placement", placement, within || placement.parent() != null);
    faults.features("specification", command.specification());
    return faults;
  }

  /** Checks a serial number as it was read off a unit. */
  public static void checkSerial(Faults faults, String path, String serialNumber) {
    Codes.check(faults, path, serialNumber, SerialKey.MAX_SERIAL);
  }

  static void checkNumbers(Faults faults, @Nullable AssetNumbers numbers) {
    if (numbers == null) {
      return;
    }
    if (numbers.reference() == null && numbers.own() == null && numbers.customers() == null) {
      faults.add("numbers", "must have a number, or be left out");
    }
    faults.optional("numbers.reference", numbers.reference(), 100);
    faults.optional("numbers.own", numbers.own(), 100);
    faults.optional("numbers.customers", numbers.customers(), 100);
  }

  private static void checkWhere(Faults faults, String path, Placement placement) {
    faults.optional(path + ".function", placement.function(), 200);
    faults.optional(path + ".site", placement.site(), 300);
  }

  /** Checks where a unit is said to be. */
  public static void checkPlacement(Faults faults, String path, Placement placement) {
    checkWhere(faults, path, placement);
    checkSlot(faults, path, placement, placement.parent() != null);
  }

  private static void checkSlot(
      Faults faults, String path, Placement placement, boolean withinAnother) {
    if (placement.slot() == null) {
      return;
    }
    Codes.check(faults, path + ".slot", placement.slot(), Codes.MAX_SLOT);
    if (!withinAnother) {
      faults.add(path + ".slot", "must be left out where there is no parent");
    }
  }

  // --- registration by hand

  /**
   * What registering must know.
   *
   * @param product the catalogue's product, if there is one
   * @param parent the unit it is to be part of; null if none
   * @param site the customer's site that it is to be at; null if none
   * @param serialTaken whether another unit has this maker, product and serial number
   * @param language the language in which the catalogue's name is taken
   */
  record RegisterFacts(
      @Nullable Product product,
      @Nullable Asset parent,
      @Nullable Site site,
      boolean serialTaken,
      Locale language) {}

  /** What is to be registered, as the catalogue completes it. */
  static RegisterAsset completed(
      RegisterAsset command, @Nullable Product product, Locale language) {
    AssetIdentity given = stripped(command.identity());
    if (product == null) {
      return command.withIdentity(given);
    }
    AssetIdentity identity =
        given
            .withModel(given.model().isBlank() ? product.name().in(language) : given.model())
            .withMaker(given.maker() == null ? product.description().maker() : given.maker());
    Map<String, String> specification = new LinkedHashMap<>(product.specification());
    specification.putAll(command.specification());
    return command.withIdentity(identity).withSpecification(specification);
  }

  private static AssetIdentity stripped(AssetIdentity identity) {
    String serialNumber = identity.serialNumber();
    return serialNumber == null ? identity : identity.withSerialNumber(serialNumber.strip());
  }

  static Decision<Asset> register(AssetId id, RegisterAsset command, RegisterFacts facts) {
    Product product = facts.product();
    Asset asset =
        new Asset(
            id,
            0,
            command.customer(),
            command.identity(),
            command.numbers(),
            command.life(),
            command.placement(),
            product == null ? null : new AsSold(product.sku(), product.life().revision()),
            null,
            null,
            null,
            null,
            command.specification(),
            CustomValues.none());
    return Decision.unless(
        againstRegistering(command, facts),
        () ->
            Decision.accept(
                asset,
                new AssetRegistered(
                    id,
                    asset.customer(),
                    asset.identity().product(),
                    asset.identity().serialNumber(),
                    asset.life().supply())));
  }

  private static List<Reason> againstRegistering(RegisterAsset command, RegisterFacts facts) {
    List<Reason> reasons = new ArrayList<>();
    Product product = facts.product();
    if (command.identity().product() != null && product == null) {
      reasons.add(
          Reason.of(AssetReason.PRODUCT_UNKNOWN)
              .with(
                  "product",
                  command.identity().product().value(),
                  new Label("the product named", "所填产品")));
    }
    if (product != null && product.description().kind() == ProductKind.SERVICE) {
      reasons.add(Reason.of(AssetReason.NOT_A_THING).with("product", product.sku()));
    }
    if (!command.life().status().inInstalledBase()) {
      reasons.add(
          Reason.of(AssetReason.STATUS_NOT_TO_REGISTER).with("status", command.life().status()));
    }
    if (facts.parent() != null) {
      reasons.addAll(parentReasons(facts.parent(), command));
    }
    reasons.addAll(SiteRules.againstStanding(facts.site(), command.customer()));
    if (facts.serialTaken()) {
      reasons.add(Reason.of(AssetReason.SERIAL_NUMBER_TAKEN));
    }
    return reasons;
  }

  private static List<Reason> parentReasons(Asset parent, RegisterAsset command) {
    List<Reason> reasons = new ArrayList<>();
    if (!parent.customer().equals(command.customer())) {
      reasons.add(Reason.of(AssetReason.PARENT_OF_ANOTHER_CUSTOMER));
    }
    if (gone(parent)) {
      reasons.add(Reason.of(AssetReason.PARENT_GONE).with("status", parent.life().status()));
    }
    return reasons;
  }

  /** Whether nothing can be within this unit any more. */
  public static boolean gone(Asset asset) {
    return !asset.life().status().inInstalledBase() && !asset.provisional();
  }

  // --- moves

  /**
   * What a move must know, read after the customer's structure was locked.
   *
   * @param parent the unit it is to be part of; null to stand alone
   * @param ancestors the parent and everything above it
   * @param site the site it is to be at; null if none of its own, or the one where it is
   */
  record MoveFacts(@Nullable Asset parent, Set<AssetId> ancestors, @Nullable Site site) {}

  static Decision<Asset> move(Asset before, Placement to, MoveFacts facts) {
    if (before.placement().equals(to)) {
      return Decision.accept(before);
    }
    List<Reason> reasons = new ArrayList<>();
    Asset parent = facts.parent();
    if (before.life().status() == AssetStatus.DISSOLVED) {
      reasons.add(Reason.of(AssetReason.LIFE_OVER).with("status", before.life().status()));
    }
    if (facts.ancestors().contains(before.id())) {
      reasons.add(Reason.of(AssetReason.WITHIN_ITSELF));
    }
    if (parent != null && !parent.customer().equals(before.customer())) {
      reasons.add(Reason.of(AssetReason.PARENT_OF_ANOTHER_CUSTOMER));
    }
    if (parent != null && gone(parent)) {
      reasons.add(Reason.of(AssetReason.PARENT_GONE).with("status", parent.life().status()));
    }
    reasons.addAll(SiteRules.againstStanding(facts.site(), before.customer()));
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                before.withPlacement(to),
                new AssetMoved(before.id(), before.customer(), before.placement(), to)));
  }

  // --- steps

  /** Whether the unit can take this step. */
  static boolean possible(Asset asset, AssetStep step) {
    return AssetStates.next(asset.life().status(), step).isPresent();
  }

  /**
   * One unit's step.
   *
   * @param step what happens
   * @param on the business date
   * @param stayingBehind units below that would stay while this one leaves
   * @param usedBefore whether it was in operation before, though it is not known since when
   */
  record Step(AssetStep step, LocalDate on, int stayingBehind, boolean usedBefore) {}

  static Decision<Asset> step(Asset before, Step taken) {
    AssetStatus from = before.life().status();
    AssetStatus to = AssetStates.next(from, taken.step()).orElse(null);
    if (to == null) {
      return Decision.reject(
          Reason.of(AssetReason.STEP_NOT_POSSIBLE).with("step", taken.step()).with("status", from));
    }
    if (AssetStates.leaves(taken.step()) && taken.stayingBehind() > 0) {
      return Decision.reject(
          Reason.of(AssetReason.UNITS_STAY_BEHIND).with("count", taken.stayingBehind()));
    }
    AssetLife life = before.life().withStatus(to);
    boolean setUp = to == AssetStatus.INSTALLED || to == AssetStatus.IN_OPERATION;
    if (setUp && life.installedOn() == null) {
      life = life.withInstalledOn(taken.on());
    }
    if (to == AssetStatus.IN_OPERATION && life.firstUsedOn() == null && !taken.usedBefore()) {
      life = life.withFirstUsedOn(taken.on());
    }
    return Decision.accept(
        before.withLife(life),
        new AssetStatusChanged(before.id(), before.customer(), from, to, taken.step()));
  }

  // --- numbers

  /**
   * A serial number to be given.
   *
   * @param serialNumber as read off the unit
   * @param taken whether another unit of this maker and product has it
   */
  record SerialToGive(String serialNumber, boolean taken) {}

  static Decision<Asset> assignSerial(Asset before, SerialToGive give) {
    String stripped = give.serialNumber().strip();
    String old = before.identity().serialNumber();
    if (stripped.equals(old)) {
      return Decision.accept(before);
    }
    if (give.taken()) {
      return Decision.reject(Reason.of(AssetReason.SERIAL_NUMBER_TAKEN));
    }
    if (before.life().status() == AssetStatus.DISSOLVED) {
      return Decision.reject(
          Reason.of(AssetReason.LIFE_OVER).with("status", before.life().status()));
    }
    return Decision.accept(
        before.withIdentity(before.identity().withSerialNumber(stripped)),
        new SerialNumberAssigned(before.id(), before.customer(), old, stripped));
  }

  /** A product's name as a model, in this language. */
  public static String model(Label name, Locale language) {
    return cut(name.in(language));
  }

  /** A model name that fits. */
  public static String cut(String model) {
    return model.length() <= MAX_MODEL ? model : model.substring(0, MAX_MODEL);
  }
}
