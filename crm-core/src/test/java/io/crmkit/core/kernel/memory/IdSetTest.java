package io.crmkit.core.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdSetTest {

  @Property
  void itHoldsWhatAPlainSetHolds(@ForAll long seed) {
    Random random = new Random(seed);
    Set<UUID> ids = Set.of();
    Set<UUID> plain = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      UUID id = new UUID(0, random.nextInt(20));
      boolean adds = random.nextInt(100) < (i < 100 ? 70 : 30);
      ids = adds ? IdSet.with(ids, id) : IdSet.without(ids, id);
      if (adds) {
        plain.add(id);
      } else {
        plain.remove(id);
      }

      assertThat(ids).isEqualTo(plain);
    }
  }
}
