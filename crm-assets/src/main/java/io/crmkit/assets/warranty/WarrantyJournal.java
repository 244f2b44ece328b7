package io.crmkit.assets.warranty;

import static io.crmkit.assets.warranty.WarrantyEntities.FACTS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.api.asset.WarrantyFactId;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a warranty together with the dated fact that its new days bring: the one way in which
 * warranties are written, so that days and history never part.
 */
public final class WarrantyJournal {

  private static final String GRANT = "grant";

  private final Tx tx;

  public WarrantyJournal(Tx tx) {
    this.tx = tx;
  }

  /** What led to the days, a stable word, and the reason if one was given. */
  record Cause(String word, @Nullable String why) {

    static final Cause EXTEND = new Cause("extend", null);
    static final Cause BEGIN = new Cause("begin", null);
    static final Cause SUSPEND = new Cause("suspend", null);
    static final Cause CLOSE = new Cause("close", null);

    static Cause correct(String why) {
      return new Cause("correct", why);
    }
  }

  /** The warranties of these units. */
  public List<Warranty> of(Collection<AssetId> units) {
    List<Warranty> found = new ArrayList<>();
    Portions.each(
        units,
        some -> found.addAll(tx.store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.in(some))));
    return found;
  }

  /** Adds a warranty. */
  Warranty insert(Decision<Warranty> decision) {
    Warranty granted = tx.store(WARRANTIES).insert(decision);
    tx.store(FACTS).insertAll(List.of(fact(granted, new Cause(GRANT, null))));
    return granted;
  }

  /** Adds many warranties at the cost of a few statements. Their events are the caller's. */
  public void insertAll(List<Warranty> warranties) {
    tx.store(WARRANTIES).insertAll(warranties);
    Cause cause = new Cause(GRANT, null);
    tx.store(FACTS).insertAll(warranties.stream().map(granted -> fact(granted, cause)).toList());
  }

  /** Changes a warranty. */
  Warranty save(Warranty before, Decision<Warranty> decision, Cause cause) {
    return saveAll(List.of(new Change<>(before, decision)), cause).get(0);
  }

  /** What waited begins, or what began did so on another day. */
  public void begin(List<Change<Warranty>> begun) {
    saveAll(begun, Cause.BEGIN);
  }

  /** Longer, or shorter again, by days in repair. */
  void suspend(List<Change<Warranty>> suspended) {
    saveAll(suspended, Cause.SUSPEND);
  }

  /** Ended before their months were over. */
  public void close(List<Change<Warranty>> closed) {
    saveAll(closed, Cause.CLOSE);
  }

  private List<Warranty> saveAll(List<Change<Warranty>> changes, Cause cause) {
    List<Warranty> saved = tx.store(WARRANTIES).saveAll(changes);
    tx.store(FACTS).insertAll(saved.stream().map(after -> fact(after, cause)).toList());
    return saved;
  }

  private WarrantyFact fact(Warranty warranty, Cause cause) {
    return new WarrantyFact(
        new WarrantyFactId(tx.newId()),
        0,
        warranty.id(),
        warranty.asset(),
        warranty.cover(),
        cause.word(),
        cause.why(),
        tx.now());
  }
}
