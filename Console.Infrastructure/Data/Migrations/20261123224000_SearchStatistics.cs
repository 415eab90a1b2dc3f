using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// Lets PostgreSQL know ten thousand search pieces by their frequency instead of one thousand. Without it a rare word counts as fairly common,
    /// and the planner walks a million posts backwards instead of asking the index (docs/performance.md).
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261123224000_SearchStatistics")]
    public sealed class SearchStatistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("ALTER TABLE posts ALTER COLUMN search_terms SET STATISTICS 1000");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("ALTER TABLE posts ALTER COLUMN search_terms SET STATISTICS -1");
    }
}
