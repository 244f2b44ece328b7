package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.Refused;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that Hibernate writes and rows of the CRM in one transaction, on every database. */
class JpaTransactionsTest {

  /** An order of the host's. */
  @Entity(name = "ErpOrder")
  @Table(name = "jpa_order")
  static class ErpOrder {
    @Id private String number = "";

    protected ErpOrder() {}

    ErpOrder(String number) {
      this.number = number;
    }

    String number() {
      return number;
    }
  }

  /** A host on a database of its own, whose entity manager and CRM have one DataSource. */
  private static final class JpaHost {
    private final String name;
    private final TestPlace place;
    private final LocalContainerEntityManagerFactoryBean factory;
    private final JpaTransactionManager manager;
    private final EntityManager orders;
    private final Crm crm;
    private final SpringSessions sessions;

    JpaHost(TestStorage storage) {
      name = storage.name();
      place = storage.open();
      DataSource dataSource = place.dataSource().orElseThrow();
      factory = new LocalContainerEntityManagerFactoryBean();
      factory.setDataSource(dataSource);
      factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
      factory.setManagedTypes(PersistenceManagedTypes.of(ErpOrder.class.getName()));
      factory.setPersistenceUnitName("erp");
      factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
      factory.afterPropertiesSet();
      var entities = Objects.requireNonNull(factory.getObject());
      manager = new JpaTransactionManager(entities);
      manager.afterPropertiesSet();
      orders = SharedEntityManagerCreator.createSharedEntityManager(entities);
      crm =
          Crm.builder(AccessPolicy.allowAll())
              .dataSource(dataSource)
              .delivery(CrmBuilder.Delivery.MANUAL)
              .open();
      sessions = new SpringSessions(crm, SpringTransactions.of(dataSource, manager));
    }

    CrmSession session() {
      return sessions.session(new TenantId("acme"), Actor.of("erp"));
    }

    void customer(String number) {
      session()
          .get(Customers.class)
          .register(RegisterCustomer.organization(CustomerName.of(number)).withExternalId(number));
    }

    void both(String number) {
      orders.persist(new ErpOrder(number));
      customer(number);
    }

    boolean ordered(String number) {
      return orders.find(ErpOrder.class, number) != null;
    }

    boolean known(String number) {
      return session().get(Customers.class).byExternalId(number).isPresent();
    }

    TransactionTemplate template() {
      return new TransactionTemplate(manager);
    }

    @Override
    public String toString() {
      return name;
    }

    void stop() {
      crm.close();
      factory.destroy();
      place.close();
    }
  }

  private static List<JpaHost> hosts = List.of();

  private final String number = "N-" + UUID.randomUUID();
  private final String other = "O-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    hosts =
        TestStorage.every().stream()
            .filter(storage -> !storage.name().equals("MEMORY"))
            .map(JpaHost::new)
            .toList();
  }

  @AfterAll
  static void stop() {
    hosts.forEach(JpaHost::stop);
  }

  static List<?> hosts() {
    assertThat(hosts).extracting(JpaHost::toString).contains("H2", "POSTGRES");
    return hosts;
  }

  private static void assertBoth(JpaHost host, String wanted) {
    assertThat(host.ordered(wanted)).as("the row of JPA").isTrue();
    assertThat(host.known(wanted)).as("the CRM's rows").isTrue();
  }

  private static void assertNeither(JpaHost host, String wanted) {
    assertThat(host.ordered(wanted)).as("the row of JPA").isFalse();
    assertThat(host.known(wanted)).as("the CRM's rows").isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothCommitTogether(JpaHost host) {
    host.template()
        .executeWithoutResult(
            status -> {
              host.both(number);
              assertThat(host.known(number)).as("within").isTrue();
            });

    assertBoth(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothRollBackTogether(JpaHost host) {
    host.template()
        .executeWithoutResult(
            status -> {
              host.both(number);
              host.orders.flush();
              status.setRollbackOnly();
            });

    assertNeither(host, number);
  }

  /** Hibernate sends its rows at the commit: what fails then takes the CRM's rows along. */
  @ParameterizedTest
  @MethodSource("hosts")
  void rowsOfJpaThatFailAtTheCommitTakeTheCrmsAlong(JpaHost host) {
    host.template().executeWithoutResult(status -> host.orders.persist(new ErpOrder(number)));

    assertThatThrownBy(() -> host.template().executeWithoutResult(status -> host.both(number)))
        .isInstanceOfAny(PersistenceException.class, DataAccessException.class);

    assertThat(host.known(number)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aRefusedCommandLeavesTheRestOfTheTransaction(JpaHost host) {
    host.customer(other);

    host.template()
        .executeWithoutResult(
            status -> {
              host.both(number);
              assertThatThrownBy(() -> host.customer(other)).isInstanceOf(Refused.class);
            });

    assertBoth(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aNewTransactionCommitsThoughTheOuterOneRollsBack(JpaHost host) {
    TransactionTemplate apart = host.template();
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    host.template()
        .executeWithoutResult(
            status -> {
              host.orders.persist(new ErpOrder(number));
              apart.executeWithoutResult(inner -> host.both(other));
              host.customer(number);
              status.setRollbackOnly();
            });

    assertBoth(host, other);
    assertNeither(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void afterTheCommitTheTransactionIsNotTakenUp(JpaHost host) {
    List<Throwable> told = new ArrayList<>();

    host.template()
        .executeWithoutResult(
            status -> {
              host.orders.persist(new ErpOrder(number));
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      try {
                        host.customer(other);
                      } catch (IllegalStateException e) {
                        told.add(e);
                      }
                    }
                  });
            });

    assertThat(told)
        .singleElement()
        .satisfies(t -> assertThat(t).hasMessageContaining("REQUIRES_NEW"));
    assertThat(host.ordered(number)).isTrue();
    assertThat(host.known(other)).isFalse();
  }
}
