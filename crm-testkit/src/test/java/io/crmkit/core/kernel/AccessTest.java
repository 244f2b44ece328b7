package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.CITY;
import static io.crmkit.core.kernel.lab.LabEntities.KEEPER;
import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.KEEPER_NAME;
import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.RULES;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TAGS;
import static io.crmkit.core.kernel.lab.LabEntities.TOTAL;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Rule;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.Tag;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The host's policy is asked below every path to the data. */
@WithSetup(LabSetup.class)
class AccessTest {

  /** Asked of these operations on specimens, this is the answer; all else is allowed. */
  private static AccessPolicy specimens(Map<Operation, Access> answers) {
    return request ->
        request.entity() == Specimen.class
            ? answers.getOrDefault(request.operation(), Access.allow())
            : Access.allow();
  }

  /** One specimen that the restricted actor may see and one that he may not, with keepers, tags. */
  private record Scene(Specimen seen, Specimen hidden, Tag seenTag, Tag hiddenTag, Keeper keeper) {

    static Scene set(TestCrm crm) {
      Lab lab = crm.get(Lab.class);
      Keeper keeper = lab.addKeeper("keeper");
      Scene scene =
          lab.run(
              tx -> {
                Specimen seen =
                    tx.store(SPECIMENS).insert(specimen(tx.newId(), "seen", keeper).withTotal(1));
                Specimen hidden =
                    tx.store(SPECIMENS).insert(specimen(tx.newId(), "hidden", keeper).withTotal(2));
                Tag seenTag = new Tag(new TagId(tx.newId()), 0, seen.id(), "tag");
                Tag hiddenTag = new Tag(new TagId(tx.newId()), 0, hidden.id(), "tag");
                return new Scene(
                    seen,
                    hidden,
                    tx.store(TAGS).insert(seenTag),
                    tx.store(TAGS).insert(hiddenTag),
                    keeper);
              });
      crm.policy(specimens(Map.of(Operation.READ, Access.only(LABEL.in(List.of("seen", "x"))))));
      return scene;
    }

    private static Specimen specimen(java.util.UUID id, String label, Keeper keeper) {
      Sample sample =
          new Sample("s", io.crmkit.core.kernel.lab.Grade.FINE, BigDecimal.TEN, null, null, null);
      return Specimen.of(id, label).withKeeper(keeper.id()).withSamples(sample);
    }
  }

  @OnEveryStorage
  void a_hidden_record_does_not_exist_on_any_path(TestCrm crm) {
    Scene scene = Scene.set(crm);
    Lab lab = crm.get(Lab.class);

    assertThat(lab.load(scene.seen().id())).isEqualTo(scene.seen());
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> lab.load(scene.hidden().id()));
    lab.read(
        tx -> {
          ReadStore<Specimen> store = tx.store(SPECIMENS);
          assertThat(store.find(scene.hidden().id())).isEmpty();
          assertThatThrownBy(() -> store.get(scene.hidden().id(), 1)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> store.get(scene.hidden().id(), 9)).isInstanceOf(NotFound.class);
          assertThat(store.findAll(List.of(scene.hidden().id(), scene.seen().id())))
              .containsExactly(scene.seen());
          assertThat(store.first(TOTAL.eq(2L))).isEmpty();
          assertThat(store.all(Criteria.all())).containsExactly(scene.seen());
          assertThat(store.all(Criteria.not(LABEL.eq("seen")))).isEmpty();
          assertThat(store.count(Criteria.all())).isEqualTo(1);
          assertThat(store.list(Query.everything())).containsExactly(scene.seen());
          List<Specimen> chunked = new ArrayList<>();
          store.forEachChunk(Criteria.all(), 10, chunked::addAll);
          assertThat(chunked).containsExactly(scene.seen());
          return "done";
        });
  }

  @OnEveryStorage
  void hidden_records_leave_no_gap_in_pages(TestCrm crm) {
    Scene.set(crm);
    Lab lab = crm.get(Lab.class);

    Page<Specimen> page =
        lab.read(tx -> tx.store(SPECIMENS).page(Query.<Specimen>everything().limit(1)));

    assertThat(page.items()).hasSize(1);
    assertThat(page.next()).isNull();
  }

  @OnEveryStorage
  void named_queries_are_cut_to_what_the_caller_may_see(TestCrm crm) {
    Scene.set(crm);
    Lab lab = crm.get(Lab.class);

    lab.read(
        tx -> {
          assertThat(tx.queries(LabQueries.class).loads())
              .containsExactly(new LabQueries.Load("keeper", 1, 1));
          assertThat(tx.queries(LabQueries.class).weight()).isEqualByComparingTo("10");
          assertThat(tx.tenantWide().queries(LabQueries.class).loads())
              .containsExactly(new LabQueries.Load("keeper", 2, 3));
          assertThat(tx.tenantWide().queries(LabQueries.class).weight()).isEqualByComparingTo("20");
          return "done";
        });
  }

  @OnEveryStorage
  void what_a_hidden_record_owns_is_hidden(TestCrm crm) {
    Scene scene = Scene.set(crm);
    crm.get(Lab.class)
        .read(
            tx -> {
              ReadStore<Tag> tags = tx.store(TAGS);
              assertThat(tags.find(scene.hiddenTag().id())).isEmpty();
              assertThat(tags.all(Criteria.all())).containsExactly(scene.seenTag());
              assertThat(tags.count(Criteria.all())).isEqualTo(1);
              assertThat(tx.tenantWide().store(TAGS).count(Criteria.all())).isEqualTo(2);
              return "done";
            });
  }

  @OnEveryStorage
  void facts_for_rules_are_of_the_whole_tenant(TestCrm crm) {
    Scene scene = Scene.set(crm);
    crm.get(Lab.class)
        .run(
            tx -> {
              assertThat(tx.tenantWide().store(SPECIMENS).get(scene.hidden().id()))
                  .isEqualTo(scene.hidden());
              assertThat(tx.tenantWide().store(SPECIMENS).count(Criteria.all())).isEqualTo(2);
              return "done";
            });
  }

  @OnEveryStorage
  void a_key_taken_by_a_hidden_record_is_taken(TestCrm crm) {
    Scene.set(crm);
    assertRefused(() -> crm.get(Lab.class).add("hidden"), LabReason.LABEL_TAKEN);
  }

  @OnEveryStorage
  void a_hidden_record_cannot_be_changed_or_deleted(TestCrm crm) {
    Scene scene = Scene.set(crm);
    Lab lab = crm.get(Lab.class);
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(() -> lab.save(scene.hidden(), scene.hidden().withTotal(9)))
        .isInstanceOfAny(NotFound.class, AccessDenied.class);
    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(SPECIMENS).delete(scene.hidden());
                      return "done";
                    }))
        .isInstanceOfAny(NotFound.class, AccessDenied.class);
    assertThatThrownBy(
            () ->
                lab.run(
                    tx ->
                        tx.store(TAGS)
                            .save(scene.hiddenTag(), scene.hiddenTag().withWord("forged"))))
        .isInstanceOfAny(NotFound.class, AccessDenied.class);
    assertThatThrownBy(
            () ->
                lab.run(
                    tx ->
                        tx.store(TAGS)
                            .insert(
                                new Tag(
                                    new TagId(tx.newId()), 0, scene.hidden().id(), "smuggled"))))
        .isInstanceOfAny(NotFound.class, AccessDenied.class);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void criteria_that_follow_a_reference_see_nothing_that_is_hidden(TestCrm crm) {
    Scene scene = Scene.set(crm);
    crm.policy(
        request ->
            request.entity() == Keeper.class
                ? Access.only(KEEPER_NAME.eq("nobody"))
                : Access.allow());
    Criteria<Specimen> byKeeper = Criteria.ref(KEEPER, Keeper.class, KEEPER_NAME.eq("keeper"));

    List<Specimen> found = crm.get(Lab.class).read(tx -> tx.store(SPECIMENS).all(byKeeper));

    assertThat(found).isEmpty();
    assertThat(
            crm.get(Lab.class)
                .<List<Specimen>>read(tx -> tx.store(SPECIMENS).all(Criteria.not(byKeeper))))
        .containsExactlyInAnyOrder(scene.seen(), scene.hidden());
    assertThat(
            crm.get(Lab.class)
                .<List<Specimen>>read(tx -> tx.tenantWide().store(SPECIMENS).all(byKeeper)))
        .containsExactlyInAnyOrder(scene.seen(), scene.hidden());
    assertThat(crm.get(Lab.class).<Long>read(tx -> tx.store(KEEPERS).count(Criteria.all())))
        .isZero();

    crm.policy(
        request ->
            request.entity() == Keeper.class ? Access.deny("nobody's business") : Access.allow());
    assertThat(crm.get(Lab.class).<List<Specimen>>read(tx -> tx.store(SPECIMENS).all(byKeeper)))
        .isEmpty();
  }

  @OnEveryStorage
  void a_restriction_may_follow_references(TestCrm crm) {
    Scene scene = Scene.set(crm);
    crm.policy(
        specimens(
            Map.of(
                Operation.READ, Access.only(Criteria.ref(KEEPER, Keeper.class, CITY.present())))));
    Lab lab = crm.get(Lab.class);
    assertThat(lab.count()).isZero();
    assertThat(lab.exists(scene.seen().id().value())).isFalse();

    lab.run(tx -> tx.store(KEEPERS).save(scene.keeper(), scene.keeper().withCity("上海")));

    assertThat(lab.count()).isEqualTo(2);
    assertThat(lab.exists(scene.seen().id().value())).isTrue();
  }

  @OnEveryStorage
  void each_operation_can_be_denied(TestCrm crm) {
    Scene scene = Scene.set(crm);
    Lab lab = crm.get(Lab.class);
    Fingerprint before = crm.fingerprint();
    Access no = Access.deny("on purpose");

    crm.policy(specimens(Map.of(Operation.READ, no)));
    assertDenied("read", () -> lab.load(scene.seen().id()));
    assertDenied("read", () -> lab.count());
    assertDenied("read", () -> lab.read(tx -> tx.store(SPECIMENS).all(Criteria.all())).size());
    assertDenied("read", () -> lab.read(tx -> tx.store(TAGS).all(Criteria.all())).size());
    assertDenied("read", () -> lab.read(tx -> tx.queries(LabQueries.class).loads()).size());

    crm.policy(specimens(Map.of(Operation.CREATE, no)));
    assertDenied("create", () -> lab.add("x"));
    crm.policy(specimens(Map.of(Operation.CHANGE, no)));
    assertDenied("change", () -> lab.save(scene.seen(), scene.seen().withTotal(5)));
    crm.policy(specimens(Map.of(Operation.DELETE, no)));
    assertDenied(
        "delete",
        () ->
            lab.run(
                tx -> {
                  tx.store(SPECIMENS).delete(scene.seen());
                  return "done";
                }));
    crm.policy(AccessPolicy.allowAll());
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  private static void assertDenied(
      String operation, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.operation()).isEqualToIgnoringCase(operation))
        .satisfies(e -> assertThat(e.entity()).isEqualTo("lab.specimen"))
        .withMessageContaining("on purpose");
  }

  @OnEveryStorage
  void what_may_be_seen_need_not_be_changeable(TestCrm crm) {
    Scene scene = Scene.set(crm);
    Access onlySeen = Access.only(LABEL.eq("seen"));
    crm.policy(
        specimens(
            Map.of(
                Operation.CHANGE, onlySeen,
                Operation.DELETE, onlySeen,
                Operation.CREATE, onlySeen)));
    Lab lab = crm.get(Lab.class);

    assertThat(lab.save(scene.seen(), scene.seen().withTotal(5)).version()).isEqualTo(2);
    assertThatThrownBy(() -> lab.save(scene.hidden(), scene.hidden().withTotal(5)))
        .isInstanceOf(AccessDenied.class);
    assertThatThrownBy(
            () ->
                lab.run(
                    tx -> {
                      tx.store(SPECIMENS).delete(scene.hidden());
                      return "done";
                    }))
        .isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> lab.add("not allowed")).isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void definitions_are_read_by_everyone_but_written_by_leave(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Rule rule = lab.run(tx -> tx.store(RULES).insert(new Rule(new TagId(tx.newId()), 0, "w")));
    crm.policy(request -> Access.deny("nothing at all"));

    assertThat(lab.<Rule>read(tx -> tx.store(RULES).get(rule.id()))).isEqualTo(rule);
    assertThatThrownBy(
            () -> lab.run(tx -> tx.store(RULES).save(rule, new Rule(rule.id(), 1, "forged"))))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void the_policy_is_told_who_asks_for_what(TestCrm crm) {
    List<AccessRequest> requests = java.util.Collections.synchronizedList(new ArrayList<>());
    crm.policy(
        request -> {
          requests.add(request);
          return Access.allow();
        });

    crm.session("lily", "sales").get(Lab.class).add("one");

    assertThat(requests)
        .anySatisfy(
            r -> {
              assertThat(r.tenant()).isEqualTo(crm.tenant());
              assertThat(r.actor().id()).isEqualTo("lily");
              assertThat(r.actor().roles()).containsExactly("sales");
              assertThat(r.operation()).isEqualTo(Operation.CREATE);
              assertThat(r.entity()).isEqualTo(Specimen.class);
            });
  }

  @OnEveryStorage
  void one_tenant_never_sees_another(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    Specimen theirs = other.get(Lab.class).add("same");
    Lab mine = crm.get(Lab.class);
    Fingerprint before = other.fingerprint();

    assertThat(mine.count()).isZero();
    assertThat(mine.exists(theirs.id().value())).isFalse();
    assertThatThrownBy(() -> mine.load(theirs.id())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> mine.save(theirs, theirs.withTotal(6)))
        .isInstanceOf(io.crmkit.api.error.CrmException.class);
    assertThat(mine.<Long>read(tx -> tx.tenantWide().store(SPECIMENS).count(Criteria.all())))
        .isZero();
    mine.add("same");
    mine.run(
        tx -> {
          tx.lock(SPECIMENS, List.of(theirs.id()));
          return "done";
        });

    assertThat(other.fingerprint()).isEqualTo(before);
  }
}
