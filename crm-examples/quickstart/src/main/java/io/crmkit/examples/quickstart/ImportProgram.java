package io.crmkit.examples.quickstart;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.value.Money;
import io.crmkit.examples.quickstart.imports.Figures;
import io.crmkit.examples.quickstart.imports.Importer;
import io.crmkit.examples.quickstart.imports.Mapping;
import io.crmkit.examples.quickstart.imports.Problems;
import io.crmkit.examples.quickstart.imports.Tally;
import io.crmkit.examples.quickstart.story.Formats;
import io.crmkit.examples.quickstart.story.Narrator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Imports a folder of CSV files, and prints what the database says afterwards. */
final class ImportProgram {

  static final TenantId TENANT = new TenantId("import");

  private static final int WIDTH = 18;

  private final Arguments arguments;
  private final Database database;
  private final Consumer<String> out;
  private final Narrator tell;
  private ClassLoader modules = ImportProgram.class.getClassLoader();

  ImportProgram(Arguments arguments, Database database, Consumer<String> out) {
    this.arguments = arguments;
    this.database = database;
    this.out = out;
    this.tell = new Narrator(new Formats(arguments.language(), ZoneOffset.UTC), out);
  }

  /** Where further modules come from. */
  ImportProgram with(Plugins plugins) {
    modules = plugins.loader();
    return this;
  }

  int run() throws IOException {
    Path folder = Objects.requireNonNull(arguments.importFrom());
    Mapping mapping = Mapping.of(folder);
    Files.createDirectories(arguments.out());
    TenantProfile profile =
        new TenantProfile(ZoneOffset.UTC, mapping.currency(), arguments.language());
    tell.say("Importing {0} into {1}", "将 {0} 导入 {1}", folder, database.name());
    try (Crm crm =
        database
            .configure(
                Crm.builder(AccessPolicy.allowAll())
                    .classLoader(modules)
                    .tenants(tenant -> profile))
            .open()) {
      CrmSession session = crm.session(TENANT, Actor.of("importer"));
      Importer.needs().forEach(session::get);
      try (Problems problems = new Problems(arguments.out(), this::tellProblem)) {
        Importer.Result result =
            new Importer(session, mapping, problems)
                .run(folder, rows -> tell.say("  ... {0} opportunities", "  ……已处理 {0} 个商机", rows));
        tellResult(result, mapping, problems);
        tellFigures(Figures.of(session), mapping);
        return problems.unreadable() ? 1 : 0;
      }
    } catch (ModuleUnavailable e) {
      tell.say("The import needs {0}; add {1}.", "导入需要 {0}，请添加 {1}。", e.service(), e.artifact());
      return 1;
    }
  }

  private void tellProblem(Problems.Problem problem) {
    tell.say(
        "  x {0}, line {1}, {2}: {3}",
        "  x {0} 第 {1} 行 {2}：{3}",
        problem.file(),
        problem.line(),
        problem.field().isEmpty() ? tell.formats().show("-") : problem.field(),
        problem.reason());
  }

  private void tellResult(Importer.Result result, Mapping mapping, Problems problems) {
    tellTally("customers", "客户", result.accounts());
    tellTally("products", "产品", result.products());
    tellTally("opportunities", "商机", result.deals());
    tell.say("Salespeople: {0}", "销售人员：{0}", result.agents());
    tell.say(
        "Taken though incomplete: {0} rows without an account, {1} without an engage date",
        "虽不完整仍已接收：{0} 行无客户，{1} 行无洽谈日期", result.withoutAccount(), result.withoutEngageDate());
    mapping
        .used()
        .forEach(
            (alias, rows) ->
                tell.say(
                    "By the mapping: {0} \"{1}\" taken as \"{2}\" in {3} rows",
                    "按映射：{3} 行的 {0} “{1}” 视为 “{2}”",
                    alias.field(),
                    alias.from(),
                    alias.to(),
                    rows));
    if (problems.untold() > 0) {
      tell.say("  ... and {0} more", "  ……另有 {0} 处", problems.untold());
    }
    tell.say(
        "Problems: {0}, all in {1}",
        "问题：{0} 处，全部见 {1}", problems.count(), arguments.out().resolve(Problems.FILE));
  }

  private void tellTally(String english, String chinese, Tally tally) {
    tell.say(
        "{0} rows of " + english + ": {1} new, {2} changed, {3} there already",
        chinese + " {0} 行：新增 {1}，更新 {2}，已存在 {3}",
        tally.rows(),
        tally.added(),
        tally.changed(),
        tally.present());
  }

  private void tellFigures(Figures figures, Mapping mapping) {
    out.accept("");
    tell.say("Opportunities by stage", "各阶段商机数");
    figures.countByStage().forEach((stage, count) -> row(stage, tell.formats().show(count)));
    row(
        tell.formats().chinese() ? "合计" : "all",
        tell.formats()
            .show(figures.countByStage().values().stream().mapToLong(Long::longValue).sum()));
    tell.say("Won value: {0}", "赢单金额：{0}", new Money(figures.wonValue(), mapping.currency()));
    amounts("by quarter", "按季度", figures.wonByQuarter(), mapping);
    amounts("by product", "按产品", figures.wonByProduct(), mapping);
    amounts("by region", "按区域", figures.wonByRegion(), mapping);
  }

  private void amounts(
      String english, String chinese, Map<String, BigDecimal> amounts, Mapping mapping) {
    tell.say(english, chinese);
    amounts.forEach(
        (group, amount) ->
            row(
                group.isEmpty() ? "-" : group,
                tell.formats().money(new Money(amount, mapping.currency()))));
  }

  private void row(String label, String value) {
    tell.row(Formats.pad(label, WIDTH) + Formats.right(value, WIDTH));
  }
}
