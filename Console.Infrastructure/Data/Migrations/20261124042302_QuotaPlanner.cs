using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class QuotaPlanner : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "quota_reason",
                table: "accounts",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reserved_sends",
                table: "accounts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "outside_sends",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    msg_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outside_sends", x => x.id);
                    table.ForeignKey(
                        name: "fk_outside_sends_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outside_sends_account_id_at",
                table: "outside_sends",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_outside_sends_at",
                table: "outside_sends",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ux_outside_sends_once",
                table: "outside_sends",
                columns: new[] { "account_id", "msg_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "outside_sends");

            migrationBuilder.DropColumn(
                name: "quota_reason",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "reserved_sends",
                table: "accounts");
        }
    }
}
