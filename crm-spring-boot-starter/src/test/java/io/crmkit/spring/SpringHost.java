package io.crmkit.spring;

import io.crmkit.spring.ErpConfiguration.Erp;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A host on a database of its own. Not closeable by that name: JUnit would close it after each
 * test.
 */
final class SpringHost {

  private final String name;
  private final TestPlace place;
  private final AnnotationConfigApplicationContext context;

  private SpringHost(TestStorage storage, UnaryOperator<DataSource> dressed) {
    name = storage.name();
    place = storage.open();
    DataSource dataSource = dressed.apply(place.dataSource().orElseThrow());
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> dataSource);
    context.register(ErpConfiguration.class);
    context.refresh();
  }

  /** One on every database that is there; memory is none. */
  static List<SpringHost> onEveryDatabase(UnaryOperator<DataSource> dressed) {
    return TestStorage.every().stream()
        .filter(storage -> !storage.name().equals("MEMORY"))
        .map(storage -> new SpringHost(storage, dressed))
        .toList();
  }

  Erp erp() {
    return context.getBean(Erp.class);
  }

  SpringTransactions transactions() {
    return context.getBean(SpringTransactions.class);
  }

  DataSource dataSource() {
    return context.getBean(DataSource.class);
  }

  /** A further manager, whose transactions the CRM is told of. */
  <M extends ConfigurableTransactionManager> M watched(M manager) {
    manager.addListener(context.getBean(TransactionWatch.class));
    return manager;
  }

  TransactionTemplate template() {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  TransactionTemplate template(int propagation) {
    TransactionTemplate template = template();
    template.setPropagationBehavior(propagation);
    return template;
  }

  @Override
  public String toString() {
    return name;
  }

  void stop() {
    context.close();
    place.close();
  }
}
