using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <summary>
    /// What an account has on the platform is found by the hash of the bytes that were sent, no longer by that of the picture they were made
    /// from. The old notes say nothing about the bytes sent, so they go: the pictures are uploaded once more when they are next needed.
    /// </summary>
    [DbContext(typeof(ConsoleDb))]
    [Migration("20261124070000_UploadsByWhatWasSent")]
    public sealed class UploadsByWhatWasSent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM platform_uploads");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM platform_uploads");
    }
}
