using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// The workbench asks for the twenty active accounts that have been silent longest. Counted from the last post, else from the registration, which is an
    /// expression: the model cannot describe such an index, so it stands here only.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261123232800_SilenceIndex")]
    public sealed class SilenceIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("CREATE INDEX ix_accounts_silence ON accounts (COALESCE(last_published_at, created_at)) WHERE status = 'Active'");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX ix_accounts_silence");
    }
}
