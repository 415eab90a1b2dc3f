using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class MediaLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "thumbnail",
                table: "media_contents",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "alt",
                table: "media",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "media",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<DateOnly>(
                name: "expires_on",
                table: "media",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "retired_at",
                table: "media",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rights_note",
                table: "media",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "rights_source",
                table: "media",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "shared",
                table: "media",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "media_uses",
                columns: table => new
                {
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    medium_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_uses", x => new { x.revision_id, x.medium_id });
                    table.ForeignKey(
                        name: "fk_media_uses_media_medium_id",
                        column: x => x.medium_id,
                        principalTable: "media",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_media_uses_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_media_agency_id_sha256",
                table: "media",
                columns: new[] { "agency_id", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_media_expires_on",
                table: "media",
                column: "expires_on",
                filter: "expires_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_media_shared",
                table: "media",
                column: "agency_id",
                filter: "shared");

            migrationBuilder.CreateIndex(
                name: "ix_media_uses_medium_id",
                table: "media_uses",
                column: "medium_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "media_uses");

            migrationBuilder.DropIndex(
                name: "ix_media_agency_id_sha256",
                table: "media");

            migrationBuilder.DropIndex(
                name: "ix_media_expires_on",
                table: "media");

            migrationBuilder.DropIndex(
                name: "ix_media_shared",
                table: "media");

            migrationBuilder.DropColumn(
                name: "thumbnail",
                table: "media_contents");

            migrationBuilder.DropColumn(
                name: "alt",
                table: "media");

            migrationBuilder.DropColumn(
                name: "consent",
                table: "media");

            migrationBuilder.DropColumn(
                name: "expires_on",
                table: "media");

            migrationBuilder.DropColumn(
                name: "retired_at",
                table: "media");

            migrationBuilder.DropColumn(
                name: "rights_note",
                table: "media");

            migrationBuilder.DropColumn(
                name: "rights_source",
                table: "media");

            migrationBuilder.DropColumn(
                name: "shared",
                table: "media");
        }
    }
}
