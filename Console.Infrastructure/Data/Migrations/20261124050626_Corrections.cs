using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GovAccountConsole.Infrastructure.Data.Migrations
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "correction_of",
                table: "posts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_posts_correction_of",
                table: "posts",
                column: "correction_of",
                filter: "correction_of IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_posts_posts_correction_of",
                table: "posts",
                column: "correction_of",
                principalTable: "posts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_posts_posts_correction_of",
                table: "posts");

            migrationBuilder.DropIndex(
                name: "ix_posts_correction_of",
                table: "posts");

            migrationBuilder.DropColumn(
                name: "correction_of",
                table: "posts");
        }
    }
}
