using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>What was said in a follow-up review is evidence like every other decision: only ever added.</summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124050000_FollowUpsKept")]
    public sealed class FollowUpsKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TRIGGER never_changed BEFORE UPDATE ON follow_up_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_removed BEFORE DELETE ON follow_up_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER never_emptied BEFORE TRUNCATE ON follow_up_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            DROP TRIGGER never_changed ON follow_up_decisions; DROP TRIGGER never_removed ON follow_up_decisions; DROP TRIGGER never_emptied ON follow_up_decisions;
            """);
    }
}
