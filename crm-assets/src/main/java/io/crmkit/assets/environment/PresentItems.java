package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.ITEMS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.PresentItemId;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the present items of a subject as they are believed to be. Only what became different is
 * written. For one thread, under the lock of the subject's environment.
 */
final class PresentItems {

  private final Tx tx;
  private final EnvironmentSubject subject;
  private final List<PresentItem> fresh = new ArrayList<>();
  private final List<Change<PresentItem>> changed = new ArrayList<>();
  private final List<PresentItem> gone = new ArrayList<>();

  PresentItems(Tx tx, EnvironmentSubject subject) {
    this.tx = tx;
    this.subject = subject;
  }

  /**
   * Makes whole categories as they are believed to be.
   *
   * @return how many items became different
   */
  int become(Map<EnvironmentCategory, CategoryState> states) {
    Criteria<PresentItem> where =
        of().and(EnvironmentAttributes.ITEM_CATEGORY.in(List.copyOf(states.keySet())));
    Map<EnvironmentCategory, Set<String>> kept = new EnumMap<>(EnvironmentCategory.class);
    for (PresentItem before : tx.store(ITEMS).all(where)) {
      CategoryState state = states.get(before.category());
      kept.computeIfAbsent(before.category(), c -> new HashSet<>()).add(before.itemKey());
      decide(before, state == null ? null : state.items().get(before.itemKey()));
    }
    states.forEach(
        (category, state) ->
            state
                .items()
                .forEach(
                    (key, value) -> {
                      if (!kept.getOrDefault(category, Set.of()).contains(key)) {
                        fresh.add(item(category, key, value));
                      }
                    }));
    return write();
  }

  /** Makes one item as a change says that it is. */
  void become(EnvironmentChange change) {
    Criteria<PresentItem> where =
        of().and(EnvironmentAttributes.item(change.category(), change.itemKey()));
    PresentItem before = tx.store(ITEMS).first(where).orElse(null);
    EnvironmentValue value = change.value();
    if (before != null) {
      decide(before, value);
    } else if (value != null) {
      fresh.add(item(change.category(), change.itemKey(), value));
    }
    write();
  }

  private void decide(PresentItem before, @Nullable EnvironmentValue value) {
    if (value == null) {
      gone.add(before);
    } else if (!value.equals(before.value())) {
      PresentItem after =
          new PresentItem(
              before.id(), before.version(), subject, before.category(), before.itemKey(), value);
      changed.add(new Change<>(before, Decision.accept(after)));
    }
  }

  private int write() {
    gone.forEach(item -> tx.store(ITEMS).delete(item));
    tx.store(ITEMS).saveAll(changed);
    tx.store(ITEMS).insertAll(fresh);
    return gone.size() + changed.size() + fresh.size();
  }

  private PresentItem item(EnvironmentCategory category, String key, EnvironmentValue value) {
    return new PresentItem(new PresentItemId(tx.newId()), 0, subject, category, key, value);
  }

  private Criteria<PresentItem> of() {
    return EnvironmentAttributes.ITEM_SUBJECT.eq(subject.ref().id());
  }
}
