package io.crmkit.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.PlainSQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of the house. The rules are written against a root package, so that the same rules can
 * be shown to catch a fixture that breaks them.
 */
final class ArchitectureRules {

  private static final List<String> DOMAINS = List.of("sales", "service", "assets", "proposals");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  /** Returns every rule by name. */
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (String domain : DOMAINS) {
      rules.put(domain + " knows no other domain", knowsNoOtherDomain(domain));
    }
    rules.put("domains use only the spi of core", domainsUseOnlySpiOfCore());
    rules.put("api stands alone", apiStandsAlone());
    rules.put("kernel knows no customer", kernelKnowsNoCustomer());
    rules.put("statements run in the kernel only", statementsRunInTheKernelOnly());
    rules.put("plain SQL in the kernel only", plainSqlInTheKernelOnly());
    rules.put("no thread-local state", noThreadLocalState());
    rules.put("every package is null-marked", everyPackageIsNullMarked());
    return rules;
  }

  ArchRule knowsNoOtherDomain(String domain) {
    String[] others =
        DOMAINS.stream()
            .filter(other -> !other.equals(domain))
            .map(this::tree)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(tree(domain))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("domains meet in crm-api, so that any subset of them works");
  }

  ArchRule domainsUseOnlySpiOfCore() {
    return noClasses()
        .that()
        .resideInAnyPackage(DOMAINS.stream().map(this::tree).toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            resideInAPackage(tree("core")).and(not(resideInAPackage(root + ".core..spi.."))))
        .because("a domain is a plugin like any third-party one");
  }

  ArchRule apiStandsAlone() {
    // RecordBuilderGenerated marks generated code for coverage; no host ever loads it.
    return classes()
        .that()
        .resideInAPackage(tree("api"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    tree("api"), "java..", "javax.sql..", "javax.crypto..", "org.jspecify..")
                .or(describe("RecordBuilderGenerated", ArchitectureRules::marksGeneratedCode)))
        .because("a host compiles against the JDK and this module, and nothing else");
  }

  ArchRule kernelKnowsNoCustomer() {
    return noClasses()
        .that()
        .resideInAPackage(tree("core.kernel"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(tree("core.customer"))
        .because("the customer domain is a module like the others");
  }

  ArchRule statementsRunInTheKernelOnly() {
    return noClasses()
        .that(outsideTheKernel())
        .should()
        .dependOnClassesThat(
            describe(
                "run statements",
                type ->
                    type.isAssignableTo(DSLContext.class)
                        || type.isAssignableTo(java.sql.Statement.class)))
        .because("whoever can run a statement can step around tenant, access rule and audit");
  }

  ArchRule plainSqlInTheKernelOnly() {
    return classes()
        .that(outsideTheKernel())
        .should(notUsePlainSql())
        .because("only generated tables are known to be cut to tenant and access");
  }

  ArchRule noThreadLocalState() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("tenant, actor and transaction travel in the session, never with the thread");
  }

  ArchRule everyPackageIsNullMarked() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and(not(generatedTables()))
        .should(beInANullMarkedPackage())
        .because("NullAway checks null-marked packages only");
  }

  private String tree(String name) {
    return root + "." + name + "..";
  }

  private DescribedPredicate<JavaClass> outsideTheKernel() {
    return resideInAPackage(root + "..")
        .and(not(resideInAPackage(tree("core.kernel"))))
        .and(not(resideInAPackage(tree("testkit"))))
        .and(not(generatedTables()))
        .as("are outside the kernel");
  }

  private DescribedPredicate<JavaClass> generatedTables() {
    return resideInAPackage(root + ".*.jooq..");
  }

  private static boolean marksGeneratedCode(JavaClass type) {
    return type.getName().equals("io.soabase.recordbuilder.core.RecordBuilderGenerated");
  }

  private static boolean isPlainSql(JavaCodeUnitAccess<?> access) {
    CodeUnitAccessTarget target = access.getTarget();
    boolean tableByName =
        target.getOwner().isEquivalentTo(DSL.class)
            && target.getName().equals("table")
            && target.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Name.class));
    return tableByName
        || target
            .resolveMember()
            .map(member -> member.isAnnotatedWith(PlainSQL.class))
            .orElse(false);
  }

  private static ArchCondition<JavaClass> notUsePlainSql() {
    return new ArchCondition<>("not use plain SQL or name a table") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (access instanceof JavaCodeUnitAccess<?> call && isPlainSql(call)) {
            events.add(SimpleConditionEvent.violated(call, call.getDescription()));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package with @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
        if (!marked) {
          String what = type.getName() + " is in a package without @NullMarked";
          events.add(SimpleConditionEvent.violated(type, what));
        }
      }
    };
  }
}
