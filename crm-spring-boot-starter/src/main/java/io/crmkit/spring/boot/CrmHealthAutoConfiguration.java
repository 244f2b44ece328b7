package io.crmkit.spring.boot;

import io.crmkit.api.Crm;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The health of the relay, as {@code crmkit}, where Spring Boot's actuator is there. No annotation
 * of the class needs the actuator to be read.
 */
@AutoConfiguration(
    after = CrmAutoConfiguration.class,
    beforeName =
        "org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration")
@ConditionalOnClass(
    name = {
      "org.springframework.boot.actuate.health.HealthIndicator",
      "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
    })
@ConditionalOnBean(Crm.class)
@EnableConfigurationProperties(CrmHealthProperties.class)
public class CrmHealthAutoConfiguration {

  @Bean
  @ConditionalOnEnabledHealthIndicator("crmkit")
  @ConditionalOnMissingBean(name = "crmkitHealthIndicator")
  HealthIndicator crmkitHealthIndicator(Crm crm, CrmHealthProperties properties) {
    return new RelayHealthIndicator(crm.relay(), properties);
  }
}
