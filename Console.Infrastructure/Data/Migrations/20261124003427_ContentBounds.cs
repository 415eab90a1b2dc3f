using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class ContentBounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_after",
                table: "posts",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_before",
                table: "posts",
                type: "timestamptz",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_not_after",
                table: "posts",
                column: "not_after",
                filter: "(status = 'Approved' OR status = 'Scheduled') AND not_after IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_posts_not_after",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "not_after",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "not_before",
                table: "posts");
        }
    }
}
