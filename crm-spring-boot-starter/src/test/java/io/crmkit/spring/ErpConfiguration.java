package io.crmkit.spring;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** A host with Spring, without Boot: one DataSource for its own rows and the CRM's. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class ErpConfiguration {

  /** Something of the host that goes wrong, which Spring rolls back for. */
  static final class ErpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Something that the host does not roll back for: Spring's rule for checked exceptions. */
  static final class ErpRemark extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Bean(destroyMethod = "close")
  Crm crm(DataSource dataSource) {
    return Crm.builder(AccessPolicy.allowAll())
        .dataSource(SpringTransactions.unwrapped(dataSource))
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open();
  }

  @Bean
  TransactionWatch watch(ConfigurableTransactionManager manager) {
    TransactionWatch watch = new TransactionWatch();
    manager.addListener(watch);
    return watch;
  }

  @Bean
  SpringTransactions hostTransactions(DataSource dataSource, TransactionWatch watch) {
    return new SpringTransactions(dataSource, watch);
  }

  @Bean
  SpringSessions sessions(Crm crm, SpringTransactions transactions) {
    return new SpringSessions(crm, transactions);
  }

  @Bean
  JdbcTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  JdbcTemplate jdbc(DataSource dataSource) {
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    jdbc.execute("create table if not exists erp_order (number varchar(60) primary key)");
    return jdbc;
  }

  @Bean
  Erp erp(JdbcTemplate jdbc, SpringSessions sessions, ApplicationEventPublisher events) {
    return new Erp(jdbc, sessions, events);
  }

  /**
   * Something that the host tells itself of.
   *
   * @param number of the order
   */
  record Announced(String number) {}

  /** The host's service; each of its numbers is an order here and a customer there. */
  static class Erp {
    private final JdbcTemplate jdbc;
    private final SpringSessions sessions;
    private final ApplicationEventPublisher events;
    private final TenantId tenant = new TenantId("t-" + UUID.randomUUID());
    private final Map<String, List<Throwable>> told = new ConcurrentHashMap<>();

    Erp(JdbcTemplate jdbc, SpringSessions sessions, ApplicationEventPublisher events) {
      this.jdbc = jdbc;
      this.sessions = sessions;
      this.events = events;
    }

    @Transactional
    public void announce(String number) {
      order(number);
      events.publishEvent(new Announced(number));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    public void before(Announced announced) {
      customer(announced.number());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void after(Announced announced) {
      try {
        customer(announced.number() + " after");
      } catch (RuntimeException e) {
        told.put(announced.number(), List.of(e));
      }
    }

    /** What was thrown after the commit of what was announced. */
    public List<Throwable> toldAfterCommit(String number) {
      return told.getOrDefault(number, List.of());
    }

    public CrmSession session() {
      return sessions.session(tenant, Actor.of("erp"));
    }

    public void order(String number) {
      jdbc.update("insert into erp_order values (?)", number);
    }

    public Customer customer(String number) {
      return session()
          .get(Customers.class)
          .register(
              RegisterCustomer.organization(CustomerName.of("Customer " + number))
                  .withExternalId(number));
    }

    public void both(String number) {
      order(number);
      customer(number);
    }

    public boolean ordered(String number) {
      Integer count =
          jdbc.queryForObject(
              "select count(*) from erp_order where number = ?", Integer.class, number);
      return count != null && count == 1;
    }

    public boolean known(String number) {
      return session().get(Customers.class).byExternalId(number).isPresent();
    }

    @Transactional
    public void accept(String number) {
      both(number);
    }

    @Transactional
    public void acceptAndFail(String number) {
      both(number);
      throw new ErpFailure();
    }

    @Transactional
    public void acceptWithRemark(String number) throws ErpRemark {
      both(number);
      throw new ErpRemark();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void acceptApart(String number) {
      both(number);
    }

    @Transactional(propagation = Propagation.NESTED)
    public void acceptNestedAndFail(String number) {
      both(number);
      throw new ErpFailure();
    }

    @Transactional(readOnly = true)
    public void writeWhileReading(String number) {
      customer(number);
    }

    @Transactional(readOnly = true)
    public boolean knownWhileReading(String number) {
      return known(number);
    }
  }
}
