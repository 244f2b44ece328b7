package io.crmkit.examples.erp;

import io.crmkit.api.access.AccessPolicy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The program: it tells of three deals, one of which becomes an order. */
@SpringBootApplication(proxyBeanMethods = false)
public class SpringErp {

  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(SpringErp.class, arguments)) {
      context.getBean(Walkthrough.class).tell(System.out::println);
    }
  }

  /** Whoever may use this ERP may do everything in its CRM. */
  @Bean
  AccessPolicy accessPolicy() {
    return AccessPolicy.allowAll();
  }
}
