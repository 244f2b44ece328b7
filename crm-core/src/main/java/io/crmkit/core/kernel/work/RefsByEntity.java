package io.crmkit.core.kernel.work;

import io.crmkit.api.value.EntityRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records, by the name of their entity, to be asked for by lists of ids. */
record RefsByEntity(Map<String, List<UUID>> byEntity) {

  /** How many ids a statement names at most. */
  private static final int CHUNK = 500;

  static RefsByEntity of(Collection<EntityRef> refs) {
    Map<String, List<UUID>> ids = new LinkedHashMap<>();
    for (EntityRef ref : refs) {
      ids.computeIfAbsent(ref.entity(), e -> new ArrayList<>()).add(ref.id());
    }
    return new RefsByEntity(ids);
  }

  List<UUID> ids(String entity) {
    return byEntity.getOrDefault(entity, List.of());
  }

  List<List<UUID>> chunks(String entity) {
    List<UUID> ids = ids(entity);
    List<List<UUID>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + CHUNK)));
    }
    return chunks;
  }
}
