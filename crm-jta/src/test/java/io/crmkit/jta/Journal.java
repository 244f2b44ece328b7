package io.crmkit.jta;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import java.nio.file.Path;
import java.util.List;

/** Where Narayana keeps what it has decided. */
final class Journal {

  private Journal() {}

  /** Where everything goes that the build leaves behind; each JVM has its own. */
  static void belowTarget() {
    String fork = System.getProperty("surefire.forkNumber", "1");
    String folder = Path.of("target", "narayana-" + fork).toAbsolutePath().toString();
    BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class).setObjectStoreDir(folder);
    for (String name : List.of("communicationStore", "stateStore")) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, name)
          .setObjectStoreDir(folder);
    }
  }
}
