using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "claimed_at",
                table: "matrix_state",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "claimed_by_id",
                table: "matrix_state",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "environment_id",
                table: "matrix_state",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "resume_needs_second",
                table: "matrix_state",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "nodes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    lanes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sweep_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: false),
                    put_right_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamptz", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sweep_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_sweep_findings_posts_post_id",
                        column: x => x.post_id,
                        principalTable: "posts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.UpdateData(
                table: "matrix_state",
                keyColumn: "id",
                keyValue: new Guid("00000000-0000-7000-8000-000000000002"),
                columns: new[] { "claimed_at", "claimed_by_id", "environment_id", "resume_needs_second" },
                values: new object[] { null, null, null, false });

            migrationBuilder.CreateIndex(
                name: "ix_publications_open",
                table: "publications",
                columns: new[] { "status", "due_at" },
                filter: "status <> 'Published' AND status <> 'Failed'");

            migrationBuilder.CreateIndex(
                name: "ix_nodes_seen_at",
                table: "nodes",
                column: "seen_at");

            migrationBuilder.CreateIndex(
                name: "ix_sweep_findings_agency_id_found_at",
                table: "sweep_findings",
                columns: new[] { "agency_id", "found_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sweep_findings_post_id",
                table: "sweep_findings",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ux_sweep_findings_open",
                table: "sweep_findings",
                columns: new[] { "kind", "post_id" },
                unique: true,
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "nodes");

            migrationBuilder.DropTable(
                name: "sweep_findings");

            migrationBuilder.DropIndex(
                name: "ix_publications_open",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "claimed_at",
                table: "matrix_state");

            migrationBuilder.DropColumn(
                name: "claimed_by_id",
                table: "matrix_state");

            migrationBuilder.DropColumn(
                name: "environment_id",
                table: "matrix_state");

            migrationBuilder.DropColumn(
                name: "resume_needs_second",
                table: "matrix_state");
        }
    }
}
