using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class CallBudgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "rid",
                table: "publication_steps",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "call_budgets",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    @interface = table.Column<string>(name: "interface", type: "character varying(20)", maxLength: 20, nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_budgets", x => new { x.account_id, x.day, x.@interface });
                    table.ForeignKey(
                        name: "fk_call_budgets_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_call_budgets_day",
                table: "call_budgets",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "call_budgets");

            migrationBuilder.DropColumn(
                name: "rid",
                table: "publication_steps");
        }
    }
}
