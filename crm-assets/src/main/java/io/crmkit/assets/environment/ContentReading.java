package io.crmkit.assets.environment;

import static io.crmkit.assets.environment.EnvironmentEntities.CONTENTS;

import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.core.spi.work.ReadTx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads contents, each once. For one thread, within one unit of work. */
final class ContentReading {

  private final ReadTx tx;
  private final Map<UUID, SortedMap<String, EnvironmentValue>> known = new HashMap<>();
  private final Map<UUID, UUID> bases = new HashMap<>();

  ContentReading(ReadTx tx) {
    this.tx = tx;
  }

  /** The items of a content. */
  SortedMap<String, EnvironmentValue> items(UUID content) {
    load(List.of(content));
    return Objects.requireNonNull(known.get(content), "content");
  }

  /** The complete content on which this one is based: itself, if it is complete. */
  UUID base(UUID content) {
    load(List.of(content));
    return bases.getOrDefault(content, content);
  }

  /** A content that is being written. */
  void written(EnvironmentContent content, SortedMap<String, EnvironmentValue> items) {
    keep(content, items);
  }

  /** Reads all of these, with their bases, in two reads. */
  void load(Collection<UUID> contents) {
    List<EnvironmentContent> found = find(contents);
    find(found.stream()
            .map(EnvironmentContent::base)
            .filter(Objects::nonNull)
            .map(EnvironmentContentId::value)
            .toList())
        .forEach(this::unpack);
    found.forEach(this::unpack);
  }

  private List<EnvironmentContent> find(Collection<UUID> contents) {
    List<EnvironmentContentId> missing =
        contents.stream()
            .filter(id -> !known.containsKey(id))
            .distinct()
            .map(EnvironmentContentId::new)
            .toList();
    // Whoever sees a snapshot sees what it found, though another customer's may have found it
    // first.
    return missing.isEmpty() ? List.of() : tx.tenantWide().store(CONTENTS).findAll(missing);
  }

  private void unpack(EnvironmentContent content) {
    @Nullable EnvironmentContentId base = content.base();
    SortedMap<String, EnvironmentValue> below =
        base == null ? new TreeMap<>() : Objects.requireNonNull(known.get(base.value()), "base");
    keep(content, ContentPacking.items(below, content.entries()));
  }

  private void keep(EnvironmentContent content, SortedMap<String, EnvironmentValue> items) {
    known.put(content.id().value(), items);
    @Nullable EnvironmentContentId base = content.base();
    if (base != null) {
      bases.put(content.id().value(), base.value());
    }
  }
}
