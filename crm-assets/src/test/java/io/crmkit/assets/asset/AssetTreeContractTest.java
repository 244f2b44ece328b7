package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Structure at any depth, on every storage, held against a naive walk. */
class AssetTreeContractTest {

  @OnEveryStorage
  void a_tree_is_told_whole_before_part_and_brothers_by_label(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset system = add(crm, customer, "System", null);
    Asset second = add(crm, customer, "B", system.id());
    Asset first = add(crm, customer, "A", system.id());
    Asset part = add(crm, customer, "C", first.id());
    add(crm, customer, "Elsewhere", null);

    AssetTree tree = crm.get(Assets.class).tree(system.id());

    assertThat(tree.nodes())
        .extracting(AssetTree.Node::id)
        .containsExactly(system.id(), first.id(), part.id(), second.id());
    assertThat(tree.nodes()).extracting(AssetTree.Node::depth).containsExactly(0, 1, 2, 1);
    assertThat(crm.get(Assets.class).pathToRoot(part.id()))
        .extracting(Asset::id)
        .containsExactly(part.id(), first.id(), system.id());
  }

  @OnEveryStorage
  void a_chain_may_be_as_deep_as_it_likes(TestCrm crm) {
    CustomerId customer = customer(crm);
    AssetId root = add(crm, customer, "0", null).id();
    AssetId last = root;
    for (int i = 1; i <= 60; i++) {
      last = add(crm, customer, Integer.toString(i), last).id();
    }

    assertThat(crm.get(Assets.class).tree(root).nodes()).hasSize(61);
    assertThat(crm.get(Assets.class).pathToRoot(last)).hasSize(61);
  }

  @OnEveryStorage
  void a_path_ends_before_a_unit_that_the_caller_may_not_see(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset root = add(crm, customer, "Root", null);
    Asset hidden = add(crm, customer, "Hidden", root.id());
    Asset machine = add(crm, customer, "Machine", hidden.id());
    Asset part = add(crm, customer, "Part", machine.id());
    crm.policy(
        request ->
            request.entity() == Asset.class
                ? Access.only(Criteria.not(AssetAttributes.MODEL.eq("Hidden")))
                : Access.allow());
    Assets assets = crm.get(Assets.class);

    assertThat(assets.pathToRoot(part.id()))
        .extracting(Asset::id)
        .containsExactly(part.id(), machine.id());
    assertThat(assets.pathToRoot(root.id())).extracting(Asset::id).containsExactly(root.id());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> assets.pathToRoot(hidden.id()));
  }

  @OnEveryStorage
  void whoever_is_not_shown_what_units_are_within_has_paths_of_one(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset root = add(crm, customer, "Root", null);
    Asset part = add(crm, customer, "Part", root.id());
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == Asset.class
                        ? FieldAccess.none().hiding("placement.parent")
                        : FieldAccess.none()));

    assertThat(crm.get(Assets.class).pathToRoot(part.id()))
        .singleElement()
        .satisfies(shown -> assertThat(shown.placement().parent()).isNull());
  }

  @OnEveryStorage
  void paths_are_those_of_one_tenant_and_of_one_moment(TestCrm crm) {
    CustomerId customer = customer(crm);
    Asset above = add(crm, customer, "A", null);
    Asset below = add(crm, customer, "B", null);
    Asset[] moving = {add(crm, customer, "moving", above.id())};
    Asset lowest = add(crm, customer, "lowest", moving[0].id());
    TestCrm other = crm.otherTenant();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> other.get(Assets.class).pathToRoot(lowest.id()));

    // Always within the one or the other, never within both or neither.
    AtomicBoolean over = new AtomicBoolean();
    Race<Object> race =
        Race.between(
            List.of(
                () -> {
                  for (int i = 0; i < 40; i++) {
                    moving[0] = move(crm, moving[0], i % 2 == 0 ? below.id() : above.id());
                  }
                  over.set(true);
                  return "moved";
                },
                () -> {
                  while (!over.get()) {
                    assertThat(crm.get(Assets.class).pathToRoot(lowest.id())).hasSize(3);
                    assertThat(crm.get(Assets.class).tree(above.id()).nodes().size() % 2)
                        .isEqualTo(1);
                  }
                  return "read";
                }));

    assertThat(race.lost()).isEmpty();
  }

  @OnEveryStorage
  void random_moves_agree_with_a_naive_walk(TestCrm crm) {
    Random random = crm.random();
    CustomerId customer = customer(crm);
    Naive naive = new Naive();
    List<Asset> units = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Asset unit = add(crm, customer, "U" + i, null);
      units.add(unit);
      naive.parents.put(unit.id(), null);
    }
    Assets assets = crm.get(Assets.class);

    for (int i = 0; i < 40; i++) {
      int index = random.nextInt(units.size());
      Asset moved = units.get(index);
      AssetId to = random.nextInt(8) == 0 ? null : units.get(random.nextInt(12)).id();
      boolean possible = !naive.isWithin(to, moved.id());
      try {
        Placement place = new Placement(UnitRole.MACHINE, to, null, null);
        units.set(index, assets.move(MoveAsset.of(moved, place)));
        assertThat(possible).isTrue();
        naive.parents.put(moved.id(), to);
      } catch (Refused refused) {
        assertThat(refused.reasons())
            .singleElement()
            .satisfies(r -> assertThat(r.code()).isEqualTo(AssetReason.WITHIN_ITSELF));
        assertThat(possible).isFalse();
      }
    }

    for (Asset unit : units) {
      assertThat(assets.tree(unit.id()).nodes())
          .extracting(AssetTree.Node::id)
          .containsExactlyInAnyOrderElementsOf(naive.below(unit.id()));
      assertThat(assets.pathToRoot(unit.id()))
          .extracting(Asset::id)
          .containsExactlyElementsOf(naive.path(unit.id()));
      Set<AssetId> below = new HashSet<>(naive.below(unit.id()));
      below.remove(unit.id());
      assertThat(
              assets.search(Query.where(Criteria.below(AssetAttributes.PARENT, unit.id()))).items())
          .extracting(Asset::id)
          .containsExactlyInAnyOrderElementsOf(below);
    }
  }

  @OnEveryStorage
  void of_two_moves_that_together_make_a_cycle_one_is_refused(TestCrm crm) {
    CustomerId customer = customer(crm);
    for (int round = 0; round < 5; round++) {
      // A under a part of B, and B under a part of A: the moves touch four different units.
      Asset a = add(crm, customer, "A" + round, null);
      Asset partOfA = add(crm, customer, "a" + round, add(crm, customer, "m", a.id()).id());
      Asset b = add(crm, customer, "B" + round, null);
      Asset partOfB = add(crm, customer, "b" + round, add(crm, customer, "m", b.id()).id());

      Race<Asset> race =
          Race.between(List.of(() -> move(crm, a, partOfB.id()), () -> move(crm, b, partOfA.id())));

      assertThat(race.won()).hasSize(1);
      assertThat(race.lost())
          .singleElement()
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.reasons().get(0).code()).isEqualTo(AssetReason.WITHIN_ITSELF));
      assertThat(
              crm.get(Assets.class).pathToRoot(partOfA.id()).size()
                  + crm.get(Assets.class).pathToRoot(partOfB.id()).size())
          .isEqualTo(3 + 6);
    }
  }

  private static Asset move(TestCrm crm, Asset asset, AssetId to) {
    return crm.get(Assets.class).move(MoveAsset.of(asset, Placement.within(to, UnitRole.MACHINE)));
  }

  private static Asset add(
      TestCrm crm, CustomerId customer, String model, @Nullable AssetId parent) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Maker", model))
                .withPlacement(new Placement(UnitRole.MACHINE, parent, null, null)));
  }

  /** Parents in a map, walked step by step. */
  private static final class Naive {

    private final Map<AssetId, @Nullable AssetId> parents = new HashMap<>();

    boolean isWithin(@Nullable AssetId unit, AssetId whole) {
      AssetId at = unit;
      while (at != null) {
        if (at.equals(whole)) {
          return true;
        }
        at = parents.get(at);
      }
      return false;
    }

    List<AssetId> below(AssetId whole) {
      return parents.keySet().stream().filter(unit -> isWithin(unit, whole)).toList();
    }

    List<AssetId> path(AssetId unit) {
      List<AssetId> path = new ArrayList<>();
      AssetId at = unit;
      while (at != null) {
        path.add(at);
        at = parents.get(at);
      }
      return path;
    }
  }
}
