package io.crmkit.spring.boot;

import io.crmkit.spring.TransactionWatch;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.transaction.ConfigurableTransactionManager;

/** Every transaction manager of the application tells the CRM of its transactions. */
final class WatchedManagers implements BeanPostProcessor, PriorityOrdered {

  private final TransactionWatch watch;

  WatchedManagers(TransactionWatch watch) {
    this.watch = watch;
  }

  /** Before any that may wrap the manager. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof ConfigurableTransactionManager manager
        && !manager.getTransactionExecutionListeners().contains(watch)) {
      manager.addListener(watch);
    }
    return bean;
  }
}
