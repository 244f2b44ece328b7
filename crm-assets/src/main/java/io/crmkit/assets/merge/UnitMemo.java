package io.crmkit.assets.merge;

import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetFactId;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has to be known of a unit to undo a merge.
 *
 * @param held whether the absorbed customer had it at the time of the merge
 * @param was what the absorbed customer was to it then
 * @param own the facts that were the survivor's before the merge
 */
record UnitMemo(boolean held, Set<AssetParty> was, Set<AssetFactId> own) {

  /** The key of the moment of the merge; the other keys are units. */
  private static final String AT = "at";

  private static final String HELD = "HELD";
  private static final String FACT = "fact:";

  UnitMemo {
    was = Set.copyOf(was);
    own = Set.copyOf(own);
  }

  static UnitMemo of(AssetHistory history, CustomerId absorbed, CustomerId survivor, Instant at) {
    Set<AssetParty> was = EnumSet.noneOf(AssetParty.class);
    history
        .parties(at, Instant.MAX)
        .forEach(
            (party, customer) -> {
              if (customer.equals(absorbed)) {
                was.add(party);
              }
            });
    Set<AssetFactId> own = new HashSet<>();
    Stream.<List<? extends AssetFact>>of(
            history.statuses(), history.placements(), history.parties())
        .flatMap(List::stream)
        .filter(fact -> Holders.of(fact).equals(survivor))
        .forEach(fact -> own.add(fact.id()));
    boolean held = history.holder(at, Instant.MAX).filter(absorbed::equals).isPresent();
    return new UnitMemo(held, was, own);
  }

  void write(AssetId unit, Map<String, String> memo) {
    Stream<String> words =
        Stream.of(
                held ? Stream.of(HELD) : Stream.<String>empty(),
                was.stream().map(AssetParty::name).sorted(),
                own.stream().map(id -> FACT + id.value()).sorted())
            .flatMap(part -> part);
    memo.put(unit.value().toString(), String.join(" ", words.toList()));
  }

  static void writeMoment(Instant at, Map<String, String> memo) {
    memo.put(AT, at.toString());
  }

  static Instant moment(Map<String, String> memo) {
    return Instant.parse(Objects.requireNonNull(memo.get(AT), AT));
  }

  static Map<AssetId, UnitMemo> read(Map<String, String> memo) {
    Map<AssetId, UnitMemo> units = new HashMap<>();
    memo.forEach(
        (key, text) -> {
          if (!key.equals(AT)) {
            units.put(AssetId.of(key), read(text));
          }
        });
    return units;
  }

  private static UnitMemo read(String text) {
    Set<AssetParty> was = EnumSet.noneOf(AssetParty.class);
    Set<AssetFactId> own = new HashSet<>();
    List<String> words = Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
    for (String word : words) {
      if (word.startsWith(FACT)) {
        own.add(new AssetFactId(UUID.fromString(word.substring(FACT.length()))));
      } else if (!word.equals(HELD)) {
        was.add(AssetParty.valueOf(word));
      }
    }
    return new UnitMemo(words.contains(HELD), was, own);
  }
}
