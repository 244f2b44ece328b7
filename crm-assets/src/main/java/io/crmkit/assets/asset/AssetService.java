package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetSlot;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssignSerialNumber;
import io.crmkit.api.asset.FactTime;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.LabelAsset;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.assets.check.Faults;
import io.crmkit.assets.product.ProductEntities;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The register's service. */
public final class AssetService implements Assets {

  private static final int EXPORTED_AT_ONCE = 500;
  private static final int MOST_AT_SITE = 500;

  private final Work work;

  @Inject
  public AssetService(Work work) {
    this.work = work;
  }

  @Override
  public Asset register(RegisterAsset command) {
    AssetRules.check(command);
    return work.run("asset.register", command, tx -> register(tx, command));
  }

  private static Asset register(Tx tx, RegisterAsset command) {
    tx.session().get(Customers.class).get(command.customer());
    AssetInvariants.structure(tx, command.customer());
    Product product = product(tx, command.identity().product());
    Locale language = tx.session().profile().language();
    RegisterAsset given = tx.store(ASSETS).given(Form.whole(command));
    RegisterAsset completed = AssetRules.completed(given, product, language);
    Asset parent = parent(tx, command.placement());
    boolean taken = serialTaken(tx, completed.identity());
    Site site = UnitSites.named(tx, command.placement().siteId());
    AssetRules.RegisterFacts facts =
        new AssetRules.RegisterFacts(product, parent, site, taken, language);
    return new AssetJournal(tx)
        .insert(
            AssetRules.register(new AssetId(tx.newId()), completed, facts), AssetStates.REGISTER);
  }

  @Override
  public AssetImportReport importAll(ImportAssets command) {
    AssetImport.check(command);
    return work.run("asset.import", command, tx -> new AssetImport(tx).run(command));
  }

  @Override
  public Asset takeStep(TakeStep command) {
    return work.run("asset.take-step", command, tx -> new AssetSteps(tx).take(command));
  }

  @Override
  public Asset move(MoveAsset command) {
    Faults faults = new Faults();
    AssetRules.checkPlacement(faults, "to", command.to());
    faults.orThrow();
    return work.run(
        "asset.move",
        command,
        tx -> {
          Asset seen = tx.store(ASSETS).get(command.id(), command.version());
          AssetInvariants.structure(tx, seen.customer());
          // At this version it still is this customer's: whatever moves it elsewhere changes it.
          Asset before = tx.store(ASSETS).get(command.id(), command.version());
          Asset parent = parent(tx, command.to());
          Set<AssetId> ancestors =
              parent == null
                  ? Set.of()
                  : new HashSet<>(
                      tx.tenantWide().queries(AssetTrees.class).pathToRoot(parent.id()));
          if (parent != null && tx.occurredAt().isBefore(tx.now())) {
            FactTime since = new FactTime(tx.occurredAt(), null, tx.now());
            PastStructure.requirePossible(tx, before, parent, since);
          }
          SiteId to = command.to().siteId();
          boolean stays = Objects.equals(to, before.placement().siteId());
          Site site = stays ? null : UnitSites.named(tx, to);
          AssetRules.MoveFacts facts = new AssetRules.MoveFacts(parent, ancestors, site);
          return new AssetJournal(tx)
              .save(before, AssetRules.move(before, command.to(), facts), "move");
        });
  }

  @Override
  public Asset assignSerialNumber(AssignSerialNumber command) {
    Faults faults = new Faults();
    AssetRules.checkSerial(faults, "serialNumber", command.serialNumber());
    faults.orThrow();
    return work.run(
        "asset.assign-serial-number",
        command,
        tx -> {
          Asset before = tx.store(ASSETS).get(command.id(), command.version());
          SerialKey key = SerialKey.of(before.identity(), command.serialNumber());
          AssetId holder = AssetInvariants.holders(tx, List.of(key)).get(key);
          boolean taken = holder != null && !holder.equals(before.id());
          return new AssetJournal(tx)
              .save(
                  before,
                  AssetRules.assignSerial(
                      before, new AssetRules.SerialToGive(command.serialNumber(), taken)),
                  "assign-serial-number");
        });
  }

  /** What is put on a label, as a form. */
  private record Numbers(@Nullable AssetNumbers numbers) {}

  @Override
  public Asset label(LabelAsset command) {
    Faults faults = new Faults();
    AssetRules.checkNumbers(faults, command.numbers());
    faults.orThrow();
    return work.run(
        "asset.label",
        command,
        tx -> {
          Asset before = tx.store(ASSETS).get(command.id(), command.version());
          AssetNumbers given =
              tx.store(ASSETS).given(before, Form.whole(new Numbers(command.numbers()))).numbers();
          return tx.store(ASSETS).save(before, before.withNumbers(given));
        });
  }

  @Override
  public Asset get(AssetId id) {
    return work.read(tx -> tx.store(ASSETS).get(id));
  }

  @Override
  public Page<Asset> search(Query<Asset> query) {
    return work.read(tx -> tx.store(ASSETS).page(query));
  }

  @Override
  public long count(Criteria<Asset> where) {
    return work.read(tx -> tx.store(ASSETS).count(where));
  }

  @Override
  public <V> Map<V, Long> countBy(Attribute<Asset, V> attribute, Criteria<Asset> where) {
    return work.read(tx -> tx.store(ASSETS).countBy(attribute, where));
  }

  @Override
  public void export(Criteria<Asset> where, Consumer<List<Asset>> chunks) {
    work.read(
        tx -> {
          tx.store(ASSETS).forEachChunk(where, EXPORTED_AT_ONCE, chunks);
          return null;
        });
  }

  @Override
  public List<Asset> bySerialNumber(String serialNumber) {
    String key = SerialKey.normalised(serialNumber);
    return work.read(tx -> tx.store(ASSETS).list(Query.where(AssetEntities.SERIAL_KEY.eq(key))));
  }

  @Override
  public List<Asset> children(AssetId id) {
    return work.read(tx -> tx.store(ASSETS).all(AssetAttributes.PARENT.eq(id)));
  }

  @Override
  public List<Asset> pathToRoot(AssetId id) {
    return work.read(
        tx -> {
          List<Asset> path = tx.store(ASSETS).pathUp(AssetAttributes.PARENT, id);
          if (path.isEmpty()) {
            tx.store(ASSETS).get(id); // says that there is none
          }
          return path;
        });
  }

  @Override
  public AssetTree tree(AssetId root) {
    return work.read(
        tx -> {
          List<AssetTree.Node> nodes = tx.queries(AssetTrees.class).below(root);
          if (nodes.isEmpty()) {
            tx.store(ASSETS).get(root); // says that there is none
          }
          return TreeOrder.tree(root, nodes);
        });
  }

  @Override
  public List<AssetSlot> slots(AssetId id) {
    return work.read(tx -> UnitSlots.of(tx, tx.store(ASSETS).get(id)));
  }

  @Override
  public Optional<Site> siteOf(AssetId id) {
    return work.read(
        tx -> {
          AssetId unit = tx.store(ASSETS).get(id).id();
          SiteId site = tx.queries(AssetTrees.class).sites(List.of(unit)).get(unit);
          return site == null ? Optional.empty() : tx.store(SITES).find(site);
        });
  }

  @Override
  public Page<Asset> atSite(SiteId site, @Nullable String after, int limit) {
    if (limit < 1 || limit > MOST_AT_SITE) {
      throw new InvalidInput("limit", "must be between 1 and " + MOST_AT_SITE);
    }
    AssetId behind = after == null ? null : cursor(after);
    return work.read(
        tx -> {
          SiteId there = tx.store(SITES).get(site).id();
          List<AssetId> ids = tx.queries(AssetTrees.class).atSite(there, behind, limit + 1);
          List<AssetId> page = ids.subList(0, Math.min(limit, ids.size()));
          Map<AssetId, Asset> found = new HashMap<>();
          tx.store(ASSETS).findAll(page).forEach(asset -> found.put(asset.id(), asset));
          String next = ids.size() > limit ? page.get(page.size() - 1).value().toString() : null;
          return new Page<>(page.stream().map(found::get).filter(Objects::nonNull).toList(), next);
        });
  }

  private static AssetId cursor(String after) {
    try {
      return AssetId.of(after);
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("after", "is no cursor of this list");
    }
  }

  @Override
  public AssetHistory history(AssetId id) {
    return work.read(
        tx -> {
          Asset asset = tx.store(ASSETS).get(id);
          AssetHistory whole = Objects.requireNonNull(AssetHistories.of(tx, List.of(id)).get(id));
          return AssetHistories.shown(tx, asset, whole);
        });
  }

  private static boolean serialTaken(Tx tx, AssetIdentity identity) {
    String serialNumber = identity.serialNumber();
    if (serialNumber == null) {
      return false;
    }
    SerialKey key = SerialKey.of(identity, serialNumber);
    return AssetInvariants.holders(tx, List.of(key)).containsKey(key);
  }

  private static @Nullable Product product(ReadTx tx, @Nullable ProductId id) {
    return id == null ? null : tx.store(ProductEntities.PRODUCTS).find(id).orElse(null);
  }

  /** The unit that this placement is within, as far as the caller may see it. */
  private static @Nullable Asset parent(ReadTx tx, Placement placement) {
    return placement.parent() == null ? null : tx.store(ASSETS).get(placement.parent());
  }
}
