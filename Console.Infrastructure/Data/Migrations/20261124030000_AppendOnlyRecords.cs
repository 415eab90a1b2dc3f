using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// What is evidence is only ever added: the database itself refuses to change or remove audit entries, decisions, history and sealed revisions,
    /// whoever asks. Three things stay possible: an entry is sealed once, an autosaved revision is replaced or sealed, and the scope column follows an
    /// account that moves to another agency. A later migration that must fill a new column of decisions disables its triggers around that.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124030000_AppendOnlyRecords")]
    public sealed class AppendOnlyRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'Rows of % are evidence: they are never changed or removed.', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
            END $$;

            CREATE TRIGGER never_changed BEFORE UPDATE ON audit_entries FOR EACH ROW WHEN (NOT (
                OLD.sequence IS NULL AND NEW.sequence IS NOT NULL AND NEW.previous_hash IS NOT NULL AND NEW.hash IS NOT NULL
                AND (NEW.id, NEW.at, NEW.by_id, NEW.action, NEW.subject_type, NEW.subject_id, NEW.agency_id, NEW.revision, NEW.content_hash, NEW.detail)
                  IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.by_id, OLD.action, OLD.subject_type, OLD.subject_id, OLD.agency_id, OLD.revision, OLD.content_hash, OLD.detail)))
              EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_removed BEFORE DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            CREATE TRIGGER never_changed BEFORE UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_removed BEFORE DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            CREATE TRIGGER never_changed BEFORE UPDATE OF id, post_id, by_id, at, action, "from", "to", revision, step, comment ON post_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_removed BEFORE DELETE ON post_history FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_emptied BEFORE TRUNCATE ON post_history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            CREATE TRIGGER never_changed BEFORE UPDATE OF id, post_id, number, text, content_hash, by_id, at, autosaved ON revisions FOR EACH ROW WHEN (NOT OLD.autosaved) EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_removed BEFORE DELETE ON revisions FOR EACH ROW WHEN (NOT OLD.autosaved) EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_emptied BEFORE TRUNCATE ON revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DROP TRIGGER never_changed ON audit_entries; DROP TRIGGER never_removed ON audit_entries; DROP TRIGGER never_emptied ON audit_entries;
            DROP TRIGGER never_changed ON decisions; DROP TRIGGER never_removed ON decisions; DROP TRIGGER never_emptied ON decisions;
            DROP TRIGGER never_changed ON post_history; DROP TRIGGER never_removed ON post_history; DROP TRIGGER never_emptied ON post_history;
            DROP TRIGGER never_changed ON revisions; DROP TRIGGER never_removed ON revisions; DROP TRIGGER never_emptied ON revisions;
            DROP FUNCTION refuse_change();
            """);
    }
}
