package io.crmkit.spring.boot;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.HostTransactions;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.spring.SpringSessions;
import io.crmkit.spring.SpringTransactions;
import io.crmkit.spring.TransactionWatch;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * One {@link Crm} on the application's DataSource, and sessions in its transactions. The
 * application brings an {@link AccessPolicy}, and as it likes: modules ({@link CrmExtension}),
 * ports ({@link CrmPort}), a {@link Clock}, {@link CrmCustomizer}s.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "crmkit.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CrmProperties.class)
public class CrmAutoConfiguration {

  /** Opened after the application's own scripts have run; closed before its pool. */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @DependsOnDatabaseInitialization
  Crm crm(CrmProperties properties, CrmParts parts) {
    CrmBuilder builder = Crm.builder(parts.policy());
    builder.classLoader(parts.classLoader());
    properties.applyTo(builder);
    parts.applyTo(builder);
    if (properties.storage() == CrmProperties.Storage.DATA_SOURCE) {
      builder.dataSource(SpringTransactions.unwrapped(parts.dataSource(properties.dataSource())));
    }
    return builder.open();
  }

  @Bean
  CrmParts crmParts(ApplicationContext context) {
    return new CrmParts(context);
  }

  @Bean
  static TransactionWatch crmTransactionWatch() {
    return new TransactionWatch();
  }

  @Bean
  static WatchedManagers crmWatchedManagers(TransactionWatch watch) {
    return new WatchedManagers(watch);
  }

  @Bean
  @ConditionalOnMissingBean
  HostTransactions crmHostTransactions(
      CrmProperties properties, CrmParts parts, TransactionWatch watch) {
    return properties.storage() == CrmProperties.Storage.MEMORY
        ? Optional::empty
        : new SpringTransactions(parts.dataSource(properties.dataSource()), watch);
  }

  @Bean
  @ConditionalOnMissingBean
  SpringSessions crmSessions(Crm crm, HostTransactions transactions) {
    return new SpringSessions(crm, transactions);
  }
}
