using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class PublicationReadBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "read_back",
                table: "publications",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "read_back_due_at",
                table: "publications",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_publications_read_back",
                table: "publications",
                column: "read_back_due_at",
                filter: "read_back_due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_publications_read_back",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "read_back",
                table: "publications");

            migrationBuilder.DropColumn(
                name: "read_back_due_at",
                table: "publications");
        }
    }
}
