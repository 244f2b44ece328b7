package io.crmkit.core.kernel.criteria;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.PARENT;
import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.ArrayList;
import java.util.List;

/** Criteria that have gone wrong before, or easily could. */
@WithSetup(LabSetup.class)
class CriteriaExampleTest {

  private static List<String> labels(TestCrm crm, Criteria<Specimen> criteria) {
    return crm.get(Lab.class)
        .read(tx -> tx.store(SPECIMENS).all(criteria).stream().map(Specimen::label).toList());
  }

  private static Specimen under(TestCrm crm, String label, Specimen parent) {
    return crm.get(Lab.class)
        .add(Specimen.of(crm.newId(), label).withParent(parent == null ? null : parent.id()));
  }

  @OnEveryStorage
  void below_reaches_any_depth_and_leaves_the_root_out(TestCrm crm) {
    Specimen root = under(crm, "root", null);
    Specimen up = root;
    for (int depth = 1; depth <= 60; depth++) {
      up = under(crm, "depth " + depth, up);
    }
    under(crm, "elsewhere", null);

    assertThat(labels(crm, Criteria.below(PARENT, root.id())))
        .hasSize(60)
        .contains("depth 1", "depth 60")
        .doesNotContain("root", "elsewhere");
    assertThat(labels(crm, Criteria.below(PARENT, up.id()))).isEmpty();
  }

  /** MariaDB ends such queries after a thousand steps, silently, unless told not to. */
  @OnEveryStorage
  void below_goes_deeper_than_a_thousand(TestCrm crm) {
    int depth = 1_100;
    List<Specimen> chain = new ArrayList<>();
    for (int i = 0; i <= depth; i++) {
      Specimen plain = Specimen.of(crm.newId(), "deep " + i);
      chain.add(i == 0 ? plain : plain.withParent(chain.get(i - 1).id()));
    }
    crm.get(Lab.class).run("chain", tx -> tx.store(SPECIMENS).insertAll(chain));

    assertThat(labels(crm, Criteria.below(PARENT, chain.get(0).id())))
        .hasSize(depth)
        .contains("deep 1100");
  }

  @OnEveryStorage
  void below_ends_though_the_data_go_in_a_circle(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen a = under(crm, "a", null);
    Specimen b = under(crm, "b", a);
    Specimen c = under(crm, "c", b);
    under(crm, "hanging on c", c);
    lab.save(a, a.withParent(c.id()));
    Specimen self = under(crm, "self", null);
    lab.save(self, self.withParent(self.id()));

    assertThat(labels(crm, Criteria.below(PARENT, a.id())))
        .containsExactlyInAnyOrder("a", "b", "c", "hanging on c");
    assertThat(labels(crm, Criteria.below(PARENT, self.id()))).containsExactly("self");
  }

  @OnEveryStorage
  void below_an_unknown_root_is_what_names_it_as_parent(TestCrm crm) {
    SpecimenId nobody = new SpecimenId(crm.newId());
    crm.get(Lab.class).add(Specimen.of(crm.newId(), "orphan").withParent(nobody));

    assertThat(labels(crm, Criteria.below(PARENT, nobody))).containsExactly("orphan");
  }

  @OnEveryStorage
  void wildcards_stand_for_themselves(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List.of("a%b", "a_b", "a\\b", "a!b", "a[b", "axb", "A%B").forEach(lab::add);

    assertThat(labels(crm, Criteria.contains(LABEL, "%"))).containsExactly("a%b", "A%B");
    assertThat(labels(crm, Criteria.contains(LABEL, "_"))).containsExactly("a_b");
    assertThat(labels(crm, Criteria.contains(LABEL, "\\"))).containsExactly("a\\b");
    assertThat(labels(crm, Criteria.contains(LABEL, "!"))).containsExactly("a!b");
    assertThat(labels(crm, Criteria.startsWith(LABEL, "a["))).containsExactly("a[b");
    assertThat(labels(crm, Criteria.startsWith(LABEL, "a"))).hasSize(6);
    assertThat(labels(crm, Criteria.contains(LABEL, ""))).hasSize(7);
  }

  @OnEveryStorage
  void ranges_of_text_follow_code_points(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List.of("A", "a", "é", "中", "\uFFEE", "😀").forEach(lab::add);

    assertThat(labels(crm, LABEL.atLeast("\uFFEE"))).containsExactly("\uFFEE", "😀");
    assertThat(labels(crm, LABEL.lessThan("😀"))).hasSize(5);
    assertThat(labels(crm, LABEL.between("B", "é"))).containsExactly("a");
  }

  @OnEveryStorage
  void not_is_the_exact_complement_where_values_are_absent(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("absent");
    lab.add(Specimen.of(crm.newId(), "x").withRemark("x"));
    lab.add(Specimen.of(crm.newId(), "y").withRemark("y"));

    assertThat(labels(crm, Criteria.not(REMARK.eq("x")))).containsExactly("absent", "y");
    assertThat(labels(crm, REMARK.absent())).containsExactly("absent");
    assertThat(labels(crm, Criteria.not(Criteria.and(REMARK.eq("x"), LABEL.eq("x")))))
        .containsExactly("absent", "y");
  }

  @OnEveryStorage
  void nothing_and_everything(TestCrm crm) {
    crm.get(Lab.class).add("one");

    assertThat(labels(crm, Criteria.and())).hasSize(1);
    assertThat(labels(crm, Criteria.or())).isEmpty();
    assertThat(labels(crm, LABEL.in(List.of()))).isEmpty();
    assertThat(labels(crm, Criteria.not(LABEL.in(List.of())))).hasSize(1);
  }

  @OnEveryStorage
  void very_many_values_are_possible(TestCrm crm) {
    crm.get(Lab.class).add("v7");
    List<String> values = java.util.stream.IntStream.range(0, 5000).mapToObj(i -> "v" + i).toList();

    assertThat(labels(crm, LABEL.in(values))).containsExactly("v7");
  }

  @OnEveryStorage
  void an_attribute_that_is_not_there_or_of_another_type_is_a_fault_of_the_program(TestCrm crm) {
    crm.get(Lab.class).add("one");
    Attribute<Specimen, String> nonsense = Attribute.of(Specimen.class, "nonsense", String.class);
    Attribute<Specimen, Integer> mistyped = Attribute.of(Specimen.class, "label", Integer.class);

    assertThatThrownBy(() -> labels(crm, nonsense.eq("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> labels(crm, mistyped.eq(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label");
  }
}
