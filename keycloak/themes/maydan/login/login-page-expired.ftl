<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section == "header">
    ${msg("pageExpiredTitle")}
  <#elseif section == "form">
    <p class="buttons">
      <a class="button" id="loginContinueLink" href="${url.loginAction}">${msg("proceedWithAction")}</a>
      <a class="button second" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
    </p>
  </#if>
</@layout.registrationLayout>
