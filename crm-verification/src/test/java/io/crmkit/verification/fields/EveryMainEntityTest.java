package io.crmkit.verification.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.product.Product;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Work;
import io.crmkit.examples.quickstart.Story;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import io.crmkit.verification.architecture.DeclaredEntities;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every main entity has custom fields, from the record to the search. */
class EveryMainEntityTest {

  private static final Set<Class<?>> MAIN =
      Set.of(
          Customer.class,
          Contact.class,
          Lead.class,
          Opportunity.class,
          Quote.class,
          SalesOrder.class,
          Product.class,
          Asset.class,
          ServiceContract.class,
          ServiceRequest.class,
          Proposal.class);

  private static final SingleField<String> MARK = Field.text("mark");
  private static final SingleField<String> REMARK = Field.text("remark");

  private static final Map<Class<?>, Entity<?>> ENTITIES =
      DeclaredEntities.all().stream()
          .distinct()
          .collect(Collectors.toMap(Entity::type, Function.identity(), (a, b) -> a));

  static List<TestStorage> storages() {
    return TestStorage.every();
  }

  @Test
  void the_main_entities_have_custom_fields_and_no_others() {
    Set<Class<?>> with =
        ENTITIES.keySet().stream()
            .filter(
                type ->
                    List.of(type.getRecordComponents()).stream()
                        .anyMatch(c -> c.getType() == CustomValues.class))
            .collect(Collectors.toSet());

    assertThat(with).isEqualTo(MAIN);
  }

  @ParameterizedTest
  @MethodSource("storages")
  @Tag("contract")
  void a_field_of_each_goes_through_a_whole_deal(TestStorage storage, @TempDir Path folder) {
    StoryFacts facts = StoryFacts.english();
    StoryClock clock = new StoryClock(facts.beginning());
    ErpLike erp = new ErpLike();
    try (TestPlace place = storage.open()) {
      CrmBuilder builder =
          Crm.builder(AccessPolicy.allowAll())
              .delivery(CrmBuilder.Delivery.MANUAL)
              .clock(clock)
              .tenants(tenant -> facts.profile())
              .port(ErpOrderPort.class, erp)
              .module(new Finding());
      place.configure(builder);
      try (Crm crm = builder.open()) {
        CrmSession session = crm.session(new TenantId("fields"), Actor.of("lily"));
        for (Class<?> entity : MAIN) {
          declare(session, entity);
          session = session.giving(entity, CustomValues.of(REMARK, entity.getSimpleName()));
        }

        Story.tell(new Scene(session, clock, erp, folder), facts, line -> {});

        CrmSession reader = session;
        for (Class<?> entity : MAIN) {
          Found<?> found = reader.get(Finder.class).find(ENTITIES.get(entity));
          assertThat(found.all()).as(entity.getSimpleName()).isPositive();
          assertThat(found.byStandard()).as(entity.getSimpleName()).isEqualTo(found.all());
          assertThat(found.byGiven()).as(entity.getSimpleName()).isEqualTo(found.all());
        }
      }
    }
  }

  private static void declare(CrmSession session, Class<?> entity) {
    FieldUse use = FieldUse.searched();
    session
        .get(CustomFields.class)
        .declare(
            FieldDeclaration.of(entity, MARK)
                .withUse(use)
                .withRules(FieldRules.any().withStandard("standard")));
    session.get(CustomFields.class).declare(FieldDeclaration.of(entity, REMARK).withUse(use));
  }

  /** How many records there are, and how many are found by their custom fields. */
  record Found<E>(long all, long byStandard, long byGiven) {}

  /** Counts any records. */
  @ProvidedBy("io.crmkit:crm-verification")
  public interface Finder {
    /** Counts records by what this test gives them. */
    <E> Found<E> find(Entity<E> entity);
  }

  /** By the store that services use. */
  public static final class FinderService implements Finder {
    private final Work work;

    @Inject
    public FinderService(Work work) {
      this.work = work;
    }

    @Override
    public <E> Found<E> find(Entity<E> entity) {
      Class<E> type = entity.type();
      return work.read(
          tx ->
              new Found<>(
                  tx.store(entity).count(Criteria.all()),
                  tx.store(entity).count(MARK.of(type).eq("standard")),
                  tx.store(entity).count(REMARK.of(type).eq(type.getSimpleName()))));
    }
  }

  private static final class Finding implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("finding", "0", "io.crmkit:crm-verification");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.service(Finder.class, FinderService.class);
    }
  }
}
