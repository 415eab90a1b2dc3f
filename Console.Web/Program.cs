using GovAccountConsole.Web.Startup;

var builder = WebApplication.CreateBuilder(args);
builder.AddConsoleConfiguration();
builder.Services.AddConsoleCultures();
builder.Services.AddConsolePages();

var app = builder.Build();
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseSecurityHeaders();
app.UseRequestLocalization();
app.UseAntiforgery();
app.MapFrameEndpoints();
app.MapConsolePages();
await app.RunAsync();
